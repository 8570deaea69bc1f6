import type { EngineWork, Slices } from '../match-engine.js';

/** Work between two breaths, in postings scanned: about a millisecond. */
const SLICE = 200_000;
/** What looking at one row costs, in postings scanned: less where it is passed over, a microsecond where a pair is found. */
const ROW_COST = 150;
/** Disturbed so often, a search goes on to its end without a breath. */
const PATIENCE = 3;

/** What happens to the engine, counted: a search that was interrupted sees whether anything happened meanwhile. */
export class Turns {
  now = 0;
  readonly work: { -readonly [key in keyof EngineWork]: number } = {
    searches: 0,
    scanned: 0,
    verified: 0,
    found: 0,
  };

  next(): number {
    return ++this.now;
  }
}

/** Work that stops where it is time for a breath: `goOn` is true at the end. */
export interface Stoppable {
  goOn(pace: Pace): boolean;
}

/** How long a search may go on before it lets others breathe, and whether it may go on at all after that. */
export class Pace {
  private spent = 0;
  private turn = 0;
  private disturbances = 0;

  constructor(private readonly turns: Turns) {
    turns.work.searches++;
  }

  /** A search starts, perhaps again. */
  begin(): void {
    this.turn = this.turns.next();
    this.spent = 0;
  }

  scanned(postings: number): void {
    this.turns.work.scanned += postings;
    this.spent += postings;
  }

  verified(rows: number): void {
    this.turns.work.verified += rows;
    this.spent += ROW_COST * rows;
  }

  found(pairs: number): void {
    this.turns.work.found += pairs;
  }

  /** Other work, in postings scanned. */
  spend(cost: number): void {
    this.spent += cost;
  }

  /** Asked before `breathe`, as a generator costs more than reading a short list. */
  get isDue(): boolean {
    return this.spent >= SLICE && this.disturbances < PATIENCE;
  }

  /** False when the search has to start again. */
  *breathe(): Slices<boolean> {
    yield;
    return this.goesOn();
  }

  /** All that is left after the first stop. False when it has to start again. */
  *rest(work: Stoppable): Slices<boolean> {
    do if (!(yield* this.breathe())) return false;
    while (!work.goOn(this));
    return true;
  }

  /** False when the index changed or another search ran during the breath: what was gathered is worth nothing. */
  private goesOn(): boolean {
    this.spent = 0;
    if (this.turns.now === this.turn) return true;
    this.disturbances++;
    return false;
  }
}
