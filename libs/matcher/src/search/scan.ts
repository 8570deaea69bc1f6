import type { Desk } from '../loops/desk.js';
import type { Workplace } from '../loops/workplace.js';
import type { Postings } from '../postings/postings.js';
import { Blocks } from './blocks.js';
import type { HintFilter } from './hint-filter.js';
import type { Pace } from './pace.js';
import { Ranking } from './ranking.js';
import { Tally } from './tally.js';

/** What adding up a posting that passed costs, in postings scanned; and with more candidates than the cache holds. */
const ADDING = 4;
const ADDING_TO_MANY = 40;
const MANY = 2 ** 15;
/** What a part of making room in the tally, or of ranking, costs, in postings scanned: some tenth of a millisecond. */
const PART = 25_000;

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
  protected readonly ranking = new Ranking(this.tally);
  protected readonly blocks = new Blocks();
  /** Points that lists left unread could add. */
  private spare = 0;
  private isRead = false;
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
    this.isRead = false;
    this.isRanked = false;
    this.looked = 0;
  }

  /**
   * True at the end, false where it is time for a breath: to be called again afterwards. No generator, as making one
   * costs more than reading a short list.
   */
  goOn(pace: Pace): boolean {
    if (!this.isRead && !this.read(pace)) return false;
    if (!this.isRanked && !this.rank(pace)) return false;
    return this.look(pace);
  }

  private read(pace: Pace): boolean {
    const { desk, loops } = this.workplace;
    for (;;) {
      if (desk.isRead && !this.blocks.layNext(this.workplace)) break;
      if (pace.isDue) return false;
      if (desk.isFull && !this.empty(desk, pace)) return false;
      pace.scanned(loops.scan());
    }
    if (!this.empty(desk, pace)) return false;
    this.ranking.begin(this.spare, this.weighing.least());
    this.isRead = true;
    return true;
  }

  private empty(desk: Desk, pace: Pace): boolean {
    while (!this.tally.makeRoom(desk.passed)) {
      pace.spend(PART);
      if (pace.isDue) return false;
    }
    pace.spend((this.tally.count < MANY ? ADDING : ADDING_TO_MANY) * desk.passed);
    this.addUp(desk, this.postings.arena.words);
    desk.passed = 0;
    return true;
  }

  private rank(pace: Pace): boolean {
    while (!this.ranking.goOn()) {
      pace.spend(PART);
      if (pace.isDue) return false;
    }
    this.isRanked = true;
    return true;
  }

  private look(pace: Pace): boolean {
    const { ranking, weighing } = this;
    for (;;) {
      const from = this.looked;
      const end = Math.min(from + TOUCHED, ranking.countFrom(weighing.least()));
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
