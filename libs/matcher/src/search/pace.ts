import type { Slices } from '../match-engine.js';

/** Work between two breaths: about a millisecond of scanning at 2 ns a posting. */
const SLICE = 400_000;
/** What looking at one row costs, in postings scanned. */
const ROW_COST = 30;
/** Disturbed so often, a search goes on to its end without a breath. */
const PATIENCE = 3;

/** What happens to the engine, counted: a search that was interrupted sees whether anything happened meanwhile. */
export class Turns {
  now = 0;
  next(): number {
    return ++this.now;
  }
}

/** How long a search may go on before it lets others breathe, and whether it may go on at all after that. */
export class Pace {
  private spent = 0;
  private turn = 0;
  private disturbances = 0;

  constructor(private readonly turns: Turns) {}

  /** A search starts, perhaps again. */
  begin(): void {
    this.turn = this.turns.next();
    this.spent = 0;
  }

  spend(postings: number, rows: number): void {
    this.spent += postings + ROW_COST * rows;
  }

  /** Breathes when it is due. False when the search has to start again. */
  *breathe(): Slices<boolean> {
    if (this.spent < SLICE || this.disturbances >= PATIENCE) return true;
    yield;
    return this.goesOn();
  }

  /** False when the index changed or another search ran during the breath: what was gathered is worth nothing. */
  private goesOn(): boolean {
    this.spent = 0;
    if (this.turns.now === this.turn) return true;
    this.disturbances++;
    return false;
  }
}
