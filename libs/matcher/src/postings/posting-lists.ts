import { type Column, grown } from '../memory/grown.js';
import { MOST_LISTS } from '../memory/limits.js';
import { WordArena } from '../memory/word-arena.js';
import { restored } from '../snapshot/restored.js';
import type { Saved, Saving } from '../snapshot/saved.js';
import { POSTING_WORDS } from './posting.js';

/** Words at the head of a block: the next block, then size class << 16 | words in use. */
export const BLOCK_HEAD = 2;
const SMALLEST = WordArena.classFor(BLOCK_HEAD + POSTING_WORDS);
/**
 * 1,023 postings, 8 KiB. Up to here a list moves as a whole when it grows, which takes a microsecond, so that it is
 * read in one go: each block that it is scattered over costs a miss of 200 ns, as much as reading 100 postings.
 * Larger blocks are read no faster and waste more: with 4,095 postings lists took 1.5 times their content, not 1.3.
 */
const LARGEST_WORDS = 2048;

interface SavedLists {
  readonly end: number;
}

/** Lists of postings by number, each in one block or, when it is long, in a chain of them. */
export class PostingLists implements Saving<SavedLists> {
  /** First block of each list; 0 for none. */
  heads = new Int32Array(64);
  lengths = new Int32Array(64);
  /** How many postings of a list are known to hold no more. */
  stale = new Int32Array(64);
  /** What each list is about. */
  keys = new Int32Array(64);
  /** The list that is being compacted must not move. */
  pinned = -1;
  private tails = new Int32Array(64);
  /** One past the highest number given out; 0 is none. */
  private end = 1;
  private freed = new Int32Array(16);
  private freedCount = 0;

  constructor(readonly arena: WordArena) {}

  /** The number of a new list. */
  create(key: number): number {
    const list = this.freedCount > 0 ? this.freed[--this.freedCount] : this.end++;
    this.makeRoom(this.end);
    this.keys[list] = key;
    return list;
  }

  add(list: number, word: number, hint: number): void {
    let block = this.tails[list];
    if (block === 0 || isFull(this.arena.words[block + 1])) block = this.extend(list);
    const { words } = this.arena;
    const place = block + (words[block + 1] & 0xffff);
    words[place] = word;
    words[place + 1] = hint;
    words[block + 1] += POSTING_WORDS;
    this.lengths[list]++;
  }

  /** Ends a chain with a block of which so many words are in use; the blocks after it are free. */
  cut(list: number, last: number, used: number, length: number): void {
    const { words } = this.arena;
    this.giveChain(words[last]);
    words[last] = 0;
    words[last + 1] = (words[last + 1] & ~0xffff) | used;
    this.tails[list] = last;
    this.lengths[list] = length;
    this.stale[list] = 0;
  }

  /** The number may be given to another list afterwards. */
  remove(list: number): void {
    this.giveChain(this.heads[list]);
    this.heads[list] = this.tails[list] = this.lengths[list] = this.stale[list] = 0;
    this.freed = grown(this.freed, this.freedCount + 1, MOST_LISTS, 'lists');
    this.freed[this.freedCount++] = list;
  }

  save(): Saved<SavedLists> {
    const { end, heads, tails, lengths, stale, keys, freed, freedCount } = this;
    const columns = [heads, tails, lengths, stale, keys].map((column) => column.subarray(0, end));
    return { facts: { end }, columns: [...columns, freed.subarray(0, freedCount)] };
  }

  restore({ facts, columns: [heads, tails, lengths, stale, keys, freed] }: Saved<SavedLists>): void {
    this.end = facts.end;
    this.heads = restored(heads, this.heads, MOST_LISTS);
    this.tails = restored(tails, this.tails, MOST_LISTS);
    this.lengths = restored(lengths, this.lengths, MOST_LISTS);
    this.stale = restored(stale, this.stale, MOST_LISTS);
    this.keys = restored(keys, this.keys, MOST_LISTS);
    this.freed = restored(freed, this.freed, MOST_LISTS);
    this.freedCount = freed.length;
  }

  /** Of the lists themselves; the postings are in the arena. */
  get bytes(): number {
    return 20 * this.end + 4 * this.freedCount;
  }

  /** Room at the end of a list: the block with room. */
  private extend(list: number): number {
    const tail = this.tails[list];
    const size = tail === 0 ? 0 : WordArena.wordsOf(this.arena.words[tail + 1] >>> 16);
    const isWhole = tail !== 0 && tail === this.heads[list] && size < LARGEST_WORDS;
    if (isWhole && list !== this.pinned) return this.move(list, tail, size);
    const block = this.newBlock(WordArena.classFor(Math.min(LARGEST_WORDS, size)));
    if (tail === 0) this.heads[list] = block;
    else this.arena.words[tail] = block;
    this.tails[list] = block;
    return block;
  }

  private newBlock(sizeClass: number): number {
    const wanted = Math.max(SMALLEST, sizeClass);
    const block = this.arena.take(wanted);
    this.arena.words[block] = 0;
    this.arena.words[block + 1] = (wanted << 16) | BLOCK_HEAD;
    return block;
  }

  /** The whole list to a block a third as long again. */
  private move(list: number, from: number, size: number): number {
    const block = this.newBlock(WordArena.classFor(Math.ceil(1.25 * size)));
    const { words } = this.arena;
    const head = words[from + 1];
    words.copyWithin(block + BLOCK_HEAD, from + BLOCK_HEAD, from + (head & 0xffff));
    words[block + 1] += (head & 0xffff) - BLOCK_HEAD;
    this.arena.give(from, head >>> 16);
    this.heads[list] = this.tails[list] = block;
    return block;
  }

  private giveChain(first: number): void {
    const { words } = this.arena;
    for (let block = first; block !== 0;) {
      const next = words[block];
      this.arena.give(block, words[block + 1] >>> 16);
      block = next;
    }
  }

  private makeRoom(length: number): void {
    const room = <C extends Column>(column: C): C => grown(column, length, MOST_LISTS, 'lists');
    this.heads = room(this.heads);
    this.tails = room(this.tails);
    this.lengths = room(this.lengths);
    this.stale = room(this.stale);
    this.keys = room(this.keys);
  }
}

function isFull(head: number): boolean {
  return (head & 0xffff) + POSTING_WORDS > WordArena.wordsOf(head >>> 16);
}
