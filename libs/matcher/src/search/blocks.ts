import { NumberList } from '../memory/number-list.js';
import type { PostingLists } from '../postings/posting-lists.js';

// The blocks of postings that a search reads. Memory answers after 100 to 160 ns, but to some twenty reads at once, if they
// stand close together in the code and nothing is decided by what has not come yet. So the lists are looked up all
// together, then the starts of their first blocks are touched, and each long one line by line before its postings are
// looked at.

/** Words of a cache line. */
const LINE = 16;
/** Half of all blocks end here. */
const STARTS = 3 * LINE;

export class Blocks {
  /** Numbers of lists, 0 for none. */
  readonly lists = new NumberList();
  /** Their first blocks, 0 for none. */
  readonly heads = new NumberList();
  /** For each of them whatever its reader wants to know by then. */
  readonly marks = new NumberList();
  private touched = 0;

  clear(): void {
    this.lists.clear();
    this.heads.clear();
    this.marks.clear();
  }

  /** All lists that have no mark yet get this one. */
  mark(mark: number): void {
    while (this.marks.count < this.lists.count) this.marks.push(mark);
  }

  open(lists: PostingLists): void {
    for (let n = 0; n < this.lists.count; n++) this.heads.push(lists.headOf(this.lists.items[n]));
    const { words } = lists.arena;
    const { items, count } = this.heads;
    let touched = 0;
    for (let n = 0; n < count; n++)
      touched ^= words[items[n]] ^ words[items[n] + LINE] ^ words[items[n] + 2 * LINE];
    this.touched ^= touched;
  }

  /** Returns where the block ends. */
  touchRest(block: number, words: Int32Array): number {
    const end = block + (words[block + 1] & 0xffff);
    let touched = 0;
    for (let at = block + STARTS; at < end; at += LINE) touched ^= words[at];
    this.touched ^= touched;
    return end;
  }
}
