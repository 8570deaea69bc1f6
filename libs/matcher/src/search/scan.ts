import type { Desk } from '../loops/desk.js';
import type { Workplace } from '../loops/workplace.js';
import type { Postings } from '../postings/postings.js';
import { Blocks } from './blocks.js';
import type { HintFilter } from './hint-filter.js';
import type { Pace } from './pace.js';
import { Tally } from './tally.js';

/** What adding up a posting that passed costs, in postings scanned. */
const ADDING = 4;

/** What a scan hands over to. */
export interface Weighing {
  /** Looks at a row that passed the filters on contract, hours and pay, and nearly that on place. */
  readonly weigh: (row: number) => void;
  /** The score that is asked for by now. */
  readonly least: () => number;
}

/**
 * The way from lists to rows, in both directions: what passes the hints' filters is added up, and the rows of those who
 * could score enough are looked at, best first.
 */
export abstract class Scan {
  protected readonly tally = new Tally();
  protected readonly blocks = new Blocks();
  /** Points that lists left unread could add. */
  private spare = 0;
  private isRanked = false;
  /** How many of the ranked were looked at. */
  private looked = 0;

  constructor(
    protected readonly postings: Postings,
    protected readonly workplace: Workplace,
    protected readonly filter: HintFilter,
    protected readonly weighing: Weighing,
  ) {}

  /**
   * Once the blocks are gathered, and before `begin`, which lays the filter on the same desk. Memory answers late, so
   * there may be other work between.
   */
  lay(): void {
    this.workplace.tidy();
    this.blocks.layFirst(this.workplace);
  }

  protected begin(spare: number): void {
    this.tally.begin();
    this.filter.writeTo(this.workplace.desk);
    this.spare = spare;
    this.isRanked = false;
    this.looked = 0;
  }

  /**
   * True at the end, false where it is time for a breath: to be called again afterwards. No generator, as making one
   * costs more than reading a short list.
   */
  goOn(pace: Pace): boolean {
    if (!this.isRanked && !this.read(pace)) return false;
    return this.look(pace);
  }

  private read(pace: Pace): boolean {
    const { desk, loops } = this.workplace;
    for (;;) {
      if (desk.isRead && !this.blocks.layNext(this.workplace)) break;
      if (pace.isDue) return false;
      if (desk.isFull) this.empty(desk, pace);
      pace.scanned(loops.scan());
    }
    this.empty(desk, pace);
    this.tally.rank(this.spare, this.weighing.least());
    this.isRanked = true;
    return true;
  }

  private empty(desk: Desk, pace: Pace): void {
    pace.spend(ADDING * desk.passed);
    this.addUp(desk, this.postings.arena.words);
    desk.passed = 0;
  }

  private look(pace: Pace): boolean {
    const { tally, weighing } = this;
    for (;;) {
      const from = this.looked;
      const end = Math.min(from + TOUCHED, tally.countFrom(weighing.least()));
      if (end <= from) return true;
      if (pace.isDue) return false;
      this.lookAt(from, end);
      this.looked = end;
      pace.verified(end - from);
    }
  }

  /** Adds to the tally what passed; `words` are the arena's. */
  protected abstract addUp(desk: Desk, words: Int32Array): void;

  /** Holds some of the ranked against the truth and weighs who passes; all rows are touched before: see TOUCHED. */
  protected abstract lookAt(from: number, end: number): void;
}

/**
 * Rows touched in a loop of its own right before they are used. Memory answers after 100 to 160 ns, but to some twenty
 * reads at once if they stand close together in the code; between the work on rows they would wait for one another.
 */
export const TOUCHED = 128;
