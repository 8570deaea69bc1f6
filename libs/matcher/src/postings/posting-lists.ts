import { type Column, grown } from '../memory/grown.js';
import { MOST_NAMES } from '../memory/limits.js';
import { WordArena } from '../memory/word-arena.js';
import { restored } from '../snapshot/restored.js';
import type { Saved, Saving } from '../snapshot/saved.js';

/** Words at the head of a block: the next block, then size class << 16 | words in use. */
export const BLOCK_HEAD = 2;
/** A posting: the row's number and its hint. */
export const POSTING_WORDS = 2;
const MOST_LISTS = 4 * MOST_NAMES;
const SMALLEST = WordArena.classFor(BLOCK_HEAD + 3 * POSTING_WORDS);
/**
 * 1,023 postings, 8 KiB. Up to here a list moves as a whole when it grows, which takes a microsecond, so that it is
 * read in one go: each block that it is scattered over costs a miss of 200 ns, as much as reading 100 postings.
 * Larger blocks are read no faster and waste more: with 4,095 postings lists took 1.5 times their content, not 1.3.
 */
const LARGEST_WORDS = 2048;
export const MOST_IN_BLOCK = (LARGEST_WORDS - BLOCK_HEAD) / POSTING_WORDS;

/**
 * For each key a list of postings, in one block or, when it is long, in a chain of them. A posting is a hint only: the row says
 * whether it still holds, so an update appends and nothing is deleted in place. See compaction.ts.
 */
export class PostingLists implements Saving<null> {
  /** First block of each list; 0 for none. */
  heads = new Int32Array(64);
  tails = new Int32Array(64);
  lengths = new Int32Array(64);
  /** How many postings of a list are known to hold no more. */
  stale = new Int32Array(64);

  /** The list that is being compacted must not move. */
  pinned = -1;

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

  save(): Saved<null> {
    return { facts: null, columns: [this.heads, this.tails, this.lengths, this.stale] };
  }

  restore({ columns: [heads, tails, lengths, stale] }: Saved<null>): void {
    this.heads = restored(heads, this.heads, MOST_LISTS);
    this.tails = restored(tails, this.tails, MOST_LISTS);
    this.lengths = restored(lengths, this.lengths, MOST_LISTS);
    this.stale = restored(stale, this.stale, MOST_LISTS);
  }

  /** Of the lists themselves; the postings are in the arena. */
  get bytes(): number {
    return 16 * this.heads.length;
  }

  headOf(key: number): number {
    return key < this.heads.length ? this.heads[key] : 0;
  }

  /** Room at the end of a list: the block with room. */
  private extend(key: number): number {
    const tail = this.tails[key];
    const size = tail === 0 ? 0 : WordArena.wordsOf(this.arena.words[tail + 1] >>> 16);
    const isWhole = tail !== 0 && tail === this.heads[key] && size < LARGEST_WORDS;
    if (isWhole && key !== this.pinned) return this.move(key, tail, size);
    const block = this.newBlock(WordArena.classFor(Math.min(LARGEST_WORDS, size)));
    if (tail === 0) this.heads[key] = block;
    else this.arena.words[tail] = block;
    this.tails[key] = block;
    return block;
  }

  private newBlock(sizeClass: number): number {
    const wanted = Math.max(SMALLEST, sizeClass);
    const block = this.arena.take(wanted);
    this.arena.words[block] = 0;
    this.arena.words[block + 1] = (wanted << 16) | BLOCK_HEAD;
    return block;
  }

  /** The whole list to a block half as long again. */
  private move(key: number, from: number, size: number): number {
    const block = this.newBlock(WordArena.classFor(Math.ceil(1.4 * size)));
    const { words } = this.arena;
    const head = words[from + 1];
    words.copyWithin(block + BLOCK_HEAD, from + BLOCK_HEAD, from + (head & 0xffff));
    words[block + 1] += (head & 0xffff) - BLOCK_HEAD;
    this.arena.give(from, head >>> 16);
    this.heads[key] = this.tails[key] = block;
    return block;
  }

  private makeRoom(length: number): void {
    const room = <C extends Column>(column: C): C => grown(column, length, MOST_LISTS, 'lists');
    this.heads = room(this.heads);
    this.tails = room(this.tails);
    this.lengths = room(this.lengths);
    this.stale = room(this.stale);
  }
}

function isFull(head: number): boolean {
  return (head & 0xffff) + POSTING_WORDS > WordArena.wordsOf(head >>> 16);
}
