import { type Column, grown } from '../memory/grown.js';
import { MOST_NAMES } from '../memory/limits.js';
import { WordArena } from '../memory/word-arena.js';

/** Words at the head of a block: the next block, then size class << 16 | words in use. */
export const BLOCK_HEAD = 2;
/** A posting: the row's number and its hint. */
export const POSTING_WORDS = 2;
const SMALLEST = WordArena.classFor(BLOCK_HEAD + 3 * POSTING_WORDS);
/** 1,023 postings, 8 KiB: long enough to be read in one go, short enough to waste little. */
const LARGEST_WORDS = 2048;

/**
 * For each key a list of postings, in a chain of blocks: adding never copies. A posting is a hint only: the row says
 * whether it still holds, so an update appends and nothing is deleted in place. See compaction.ts.
 */
export class PostingLists {
  /** First block of each list; 0 for none. */
  heads = new Int32Array(64);
  tails = new Int32Array(64);
  lengths = new Int32Array(64);
  /** How many postings of a list are known to hold no more. */
  stale = new Int32Array(64);

  constructor(readonly arena: WordArena) {}

  add(key: number, row: number, hint: number): void {
    if (key >= this.heads.length) this.makeRoom(key + 1);
    let block = this.tails[key];
    if (block === 0 || isFull(this.arena.words[block + 1])) block = this.extend(key);
    const { words } = this.arena;
    const place = block + (words[block + 1] & 0xffff);
    words[place] = row;
    words[place + 1] = hint;
    words[block + 1] += POSTING_WORDS;
    this.lengths[key]++;
  }

  lengthOf(key: number): number {
    return key < this.lengths.length ? this.lengths[key] : 0;
  }

  headOf(key: number): number {
    return key < this.heads.length ? this.heads[key] : 0;
  }

  /** A new block at the end of a list: about half as long as the list is already. */
  private extend(key: number): number {
    const { arena } = this;
    const wanted = Math.min(LARGEST_WORDS, BLOCK_HEAD + this.lengths[key]);
    const sizeClass = Math.max(SMALLEST, WordArena.classFor(wanted));
    const block = arena.take(sizeClass);
    arena.words[block] = 0;
    arena.words[block + 1] = (sizeClass << 16) | BLOCK_HEAD;
    const tail = this.tails[key];
    if (tail === 0) this.heads[key] = block;
    else arena.words[tail] = block;
    this.tails[key] = block;
    return block;
  }

  private makeRoom(length: number): void {
    const room = <C extends Column>(column: C): C => grown(column, length, 4 * MOST_NAMES, 'lists');
    this.heads = room(this.heads);
    this.tails = room(this.tails);
    this.lengths = room(this.lengths);
    this.stale = room(this.stale);
  }
}

function isFull(head: number): boolean {
  return (head & 0xffff) + POSTING_WORDS > WordArena.wordsOf(head >>> 16);
}
