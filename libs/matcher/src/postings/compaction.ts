import { Stamps } from '../memory/stamps.js';
import { WordArena } from '../memory/word-arena.js';
import { BLOCK_HEAD } from './posting-lists.js';
import { POSTING_WORDS, ROW_MASK, codeIn } from './posting.js';
import type { Postings } from './postings.js';
import type { RowKeys } from './row-keys.js';

/** A list is compacted once a quarter of it holds no more: each stale posting costs four looks at rows. */
const STALE_SHARE = 4;
const FEWEST_STALE = 8;
/** No stamp. */
const UNSEEN = 0;

/**
 * Takes stale and double postings out of the lists, a few at a time between events. Reading and writing go along the
 * same chain, so what was moved already stands there twice for a while; searches see each row once.
 */
export class Compaction {
  private readonly waiting = new Set<number>();
  private readonly stamps = new Stamps();
  private list = -1;
  private key = -1;
  private stamp = 0;
  private readBlock = 0;
  private readAt = BLOCK_HEAD;
  private writeBlock = 0;
  private writeAt = BLOCK_HEAD;
  private kept = 0;
  /** Kept so that the reads ahead are not optimised away. */
  touched = 0;

  constructor(
    private readonly postings: Postings,
    private readonly rows: RowKeys,
  ) {}

  /** One posting of a list holds no more. */
  note(list: number): void {
    const { lists } = this.postings;
    const count = lists.noteStale(list);
    if (count >= FEWEST_STALE && count * STALE_SHARE > lists.lengthOf(list)) this.waiting.add(list);
  }

  /** Ends the list in hand, so that lists can be saved. */
  settle(): void {
    while (this.list >= 0) this.compactBlock(Infinity);
  }

  /**
   * A posting was added. In the list that is being compacted the row may be marked as seen for a posting that the
   * change has just made stale: the new one must not pass for its double.
   */
  added(list: number, row: number): void {
    if (list !== this.list) return;
    this.stamps.makeRoom(this.rows.end);
    this.stamps.marks[row] = UNSEEN;
  }

  /** A mark for each row. */
  get bytes(): number {
    return this.rows.end;
  }

  /** Looks at up to so many postings. */
  step(budget: number): void {
    for (let left = budget; left > 0;) {
      if (this.list < 0 && !this.begin()) return;
      left -= this.compactBlock(left);
    }
  }

  private begin(): boolean {
    const { lists } = this.postings;
    for (const list of this.waiting) {
      this.waiting.delete(list);
      // Divided meanwhile.
      if (lists.headOf(list) === 0) continue;
      this.list = lists.pinned = list;
      this.key = lists.keyOf(list);
      this.stamp = this.stamps.fresh(this.rows.end);
      this.readBlock = this.writeBlock = lists.headOf(list);
      this.readAt = this.writeAt = BLOCK_HEAD;
      this.kept = 0;
      return true;
    }
    return false;
  }

  /** Up to the end of the block that is being read; returns how many postings it looked at. */
  private compactBlock(most: number): number {
    const { words } = this.postings.arena;
    const used = words[this.readBlock + 1] & 0xffff;
    const end = Math.min(used, this.readAt + most * POSTING_WORDS);
    const looked = (end - this.readAt) / POSTING_WORDS;
    this.stamps.makeRoom(this.rows.end);
    this.touch(end);
    for (; this.readAt < end; this.readAt += POSTING_WORDS) {
      const at = this.readBlock + this.readAt;
      if (this.isFresh(words[at], words[at + 1])) this.write(words[at], words[at + 1]);
    }
    if (this.readAt === used) this.nextBlock();
    return Math.max(1, looked);
  }

  /** Rows are far apart in memory: all of a slice at once, before one after the other. */
  private touch(end: number): void {
    const { words } = this.postings.arena;
    let touched = 0;
    for (let at = this.readAt; at < end; at += POSTING_WORDS)
      touched ^= this.rows.touch(words[this.readBlock + at] & ROW_MASK);
    this.touched ^= touched;
  }

  private nextBlock(): void {
    const next = this.postings.arena.words[this.readBlock];
    if (next === 0) this.finish();
    this.readBlock = next;
    this.readAt = BLOCK_HEAD;
  }

  private isFresh(word: number, hint: number): boolean {
    const { marks } = this.stamps;
    const row = word & ROW_MASK;
    if (marks[row] === this.stamp || this.rows.hintOf(row) !== hint) return false;
    if (this.rows.codeIn(row, this.key) !== codeIn(word)) return false;
    marks[row] = this.stamp;
    return true;
  }

  private write(word: number, hint: number): void {
    const { words } = this.postings.arena;
    if (this.writeAt === WordArena.wordsOf(words[this.writeBlock + 1] >>> 16)) {
      this.writeBlock = words[this.writeBlock];
      this.writeAt = BLOCK_HEAD;
    }
    words[this.writeBlock + this.writeAt] = word;
    words[this.writeBlock + this.writeAt + 1] = hint;
    this.writeAt += POSTING_WORDS;
    this.kept++;
  }

  private finish(): void {
    const { lists } = this.postings;
    this.postings.shortened(this.list, lists.lengthOf(this.list) - this.kept);
    lists.cut(this.list, this.writeBlock, this.writeAt, this.kept);
    this.list = lists.pinned = -1;
  }
}
