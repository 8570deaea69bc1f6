import type { Postings } from '../postings/postings.js';
import { Blocks } from './blocks.js';
import type { Pace } from './pace.js';
import { Passed } from './passed.js';
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
  protected readonly passed = new Passed();
  /** Points that lists left unread could add. */
  private spare = 0;
  /** The list that comes next. */
  private next = 0;
  /** The block that comes next of the list before; 0 at its end. */
  private block = 0;
  private isRanked = false;
  /** How many of the ranked were looked at. */
  private looked = 0;

  constructor(
    protected readonly postings: Postings,
    protected readonly weighing: Weighing,
  ) {}

  /** Once the blocks are gathered. */
  protected begin(spare: number): void {
    this.tally.begin();
    this.passed.count = 0;
    this.blocks.touch(this.postings.arena.words);
    this.spare = spare;
    this.next = 0;
    this.block = 0;
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
    const { blocks } = this;
    const { words } = this.postings.arena;
    while (this.block !== 0 || this.next < blocks.heads.count) {
      if (this.block === 0) {
        this.block = blocks.heads.items[this.next++];
        continue;
      }
      if (pace.isDue) return false;
      if (this.passed.isFull) this.empty(words, pace);
      this.scan(this.block, blocks.marks.items[this.next - 1], words, pace);
      this.block = words[this.block];
    }
    this.empty(words, pace);
    this.tally.rank(this.spare, this.weighing.least());
    this.isRanked = true;
    return true;
  }

  private empty(words: Int32Array, pace: Pace): void {
    pace.spend(ADDING * this.passed.count);
    this.addUp(words);
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

  /** Writes to `passed` which postings of a block pass. */
  protected abstract scan(block: number, mark: number, words: Int32Array, pace: Pace): void;

  /** Empties `passed` into the tally. */
  protected abstract addUp(words: Int32Array): void;

  /** Holds some of the ranked against the truth and weighs who passes; all rows are touched before: see TOUCHED. */
  protected abstract lookAt(from: number, end: number): void;
}

/**
 * Rows touched in a loop of its own right before they are used. Memory answers after 100 to 160 ns, but to some twenty
 * reads at once if they stand close together in the code; between the work on rows they would wait for one another.
 */
export const TOUCHED = 128;
