import { MOST_IN_BLOCK } from '../postings/posting-lists.js';

/** Postings that are gathered before they are added up. */
const ENOUGH = 2048;

/**
 * Where the postings stand that passed the filters, each with the mark of its list, until they are added up. They are
 * written here without a branch, as about half of those in reach pass, and added up in a loop of their own: a scan
 * that adds up as it goes takes a tenth longer.
 */
export class Passed {
  readonly places = new Int32Array(ENOUGH + MOST_IN_BLOCK);
  readonly marks = new Int32Array(ENOUGH + MOST_IN_BLOCK);
  count = 0;

  /** As many passed by now; the new ones are of one list. */
  mark(count: number, mark: number): void {
    const { marks } = this;
    for (let n = this.count; n < count; n++) marks[n] = mark;
    this.count = count;
  }

  /** There may be no room for another block. */
  get isFull(): boolean {
    return this.count > ENOUGH;
  }
}
