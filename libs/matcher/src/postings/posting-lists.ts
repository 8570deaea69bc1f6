import { grown } from '../memory/grown.js';
import { MOST_LISTS } from '../memory/limits.js';
import type { NumberList } from '../memory/number-list.js';
import { WordArena } from '../memory/word-arena.js';
import { restored } from '../snapshot/restored.js';
import type { Saved, Saving } from '../snapshot/saved.js';
import { POSTING_WORDS } from './posting.js';

/** Words at the head of a block: the next block, then size class << 16 | words in use. */
export const BLOCK_HEAD = 2;
const SMALLEST = WordArena.classFor(BLOCK_HEAD + POSTING_WORDS);
/**
 * 1,023 postings, 8 KiB. Below that a list moves as a whole when it grows, which takes a microsecond, so that it is
 * read in one go: each block that it is scattered over costs a miss of 100 to 160 ns, as much as reading 100 postings.
 * Larger blocks are read no faster and waste more: with 4,095 postings lists took 1.5 times their content, not 1.3.
 */
const LARGEST_WORDS = 2048;
/** 1,151: a block that is not quite as large moves to one an eighth as large again. */
export const MOST_IN_BLOCK =
  (WordArena.wordsOf(nextClass(LARGEST_WORDS - POSTING_WORDS)) - BLOCK_HEAD) / POSTING_WORDS;

interface SavedLists {
  readonly end: number;
}

/** Words of a list's record, which are wanted together. */
const RECORD_WORDS = 5;
/** First block; 0 for none. */
const HEAD = 0;
/** Last block. */
const TAIL = 1;
const LENGTH = 2;
/** How many of its postings are known to hold no more. */
const STALE = 3;
/** What it is about. */
const KEY = 4;

/** Lists of postings by number, each in one block or, when it is long, in a chain of them. */
export class PostingLists implements Saving<SavedLists> {
  /** The list that is being compacted must not move. */
  pinned = -1;
  private records = new Int32Array(64 * RECORD_WORDS);
  /** One past the highest number given out; 0 is none. */
  private end = 1;
  private freed = new Int32Array(16);
  private freedCount = 0;
  /** Kept so that the reads ahead are not optimised away. */
  private touched = 0;

  constructor(readonly arena: WordArena) {}

  /** The number of a new list. */
  create(key: number): number {
    const list = this.freedCount > 0 ? this.freed[--this.freedCount] : this.end++;
    this.records = grown(this.records, this.end * RECORD_WORDS, MOST_LISTS * RECORD_WORDS, 'lists');
    this.records[list * RECORD_WORDS + KEY] = key;
    return list;
  }

  /** True where the list begins with another block by now. */
  add(list: number, word: number, hint: number): boolean {
    const head = this.headOf(list);
    let block = this.records[list * RECORD_WORDS + TAIL];
    if (block === 0 || isFull(this.arena.words[block + 1])) block = this.extend(list);
    const { words } = this.arena;
    const place = block + (words[block + 1] & 0xffff);
    words[place] = word;
    words[place + 1] = hint;
    words[block + 1] += POSTING_WORDS;
    this.records[list * RECORD_WORDS + LENGTH]++;
    return this.headOf(list) !== head;
  }

  headOf(list: number): number {
    return this.records[list * RECORD_WORDS + HEAD];
  }

  lengthOf(list: number): number {
    return this.records[list * RECORD_WORDS + LENGTH];
  }

  keyOf(list: number): number {
    return this.records[list * RECORD_WORDS + KEY];
  }

  /** One more posting of a list holds no more; returns how many by now. */
  noteStale(list: number): number {
    return ++this.records[list * RECORD_WORDS + STALE];
  }

  /** Reads ahead what `add` and `noteStale` are about to read, of many lists at once: see loops/plain-loops.ts. */
  touch({ items, count }: NumberList): void {
    const { records } = this;
    const { words } = this.arena;
    let touched = 0;
    for (let n = 0; n < count; n++) touched ^= records[items[n] * RECORD_WORDS + TAIL];
    for (let n = 0; n < count; n++) touched ^= words[records[items[n] * RECORD_WORDS + TAIL] + 1];
    for (let n = 0; n < count; n++) {
      const block = records[items[n] * RECORD_WORDS + TAIL];
      touched ^= words[block + (words[block + 1] & 0xffff) - 1];
    }
    this.touched ^= touched;
  }

  /** Ends a chain with a block of which so many words are in use; the blocks after it are free. */
  cut(list: number, last: number, used: number, length: number): void {
    const { words } = this.arena;
    this.giveChain(words[last]);
    words[last] = 0;
    words[last + 1] = (words[last + 1] & ~0xffff) | used;
    const { records } = this;
    records[list * RECORD_WORDS + TAIL] = last;
    records[list * RECORD_WORDS + LENGTH] = length;
    records[list * RECORD_WORDS + STALE] = 0;
  }

  /** The number may be given to another list afterwards. */
  remove(list: number): void {
    this.giveChain(this.headOf(list));
    this.records.fill(0, list * RECORD_WORDS, (list + 1) * RECORD_WORDS);
    this.freed = grown(this.freed, this.freedCount + 1, MOST_LISTS, 'lists');
    this.freed[this.freedCount++] = list;
  }

  save(): Saved<SavedLists> {
    const { end, records, freed, freedCount } = this;
    return {
      facts: { end },
      columns: [records.subarray(0, end * RECORD_WORDS), freed.subarray(0, freedCount)],
    };
  }

  restore({ facts, columns: [records, freed] }: Saved<SavedLists>): void {
    this.end = facts.end;
    this.records = restored(records, this.records, MOST_LISTS * RECORD_WORDS);
    this.freed = restored(freed, this.freed, MOST_LISTS);
    this.freedCount = freed.length;
  }

  /** Of the lists themselves; the postings are in the arena. */
  get bytes(): number {
    return 4 * (RECORD_WORDS * this.end + this.freedCount);
  }

  /** Room at the end of a list: the block with room. */
  private extend(list: number): number {
    const record = list * RECORD_WORDS;
    const tail = this.records[record + TAIL];
    const size = tail === 0 ? 0 : WordArena.wordsOf(this.arena.words[tail + 1] >>> 16);
    const isWhole = tail !== 0 && tail === this.records[record + HEAD] && size < LARGEST_WORDS;
    if (isWhole && list !== this.pinned) return this.move(list, tail, size);
    const block = this.newBlock(WordArena.classFor(Math.min(LARGEST_WORDS, size)));
    if (tail === 0) this.records[record + HEAD] = block;
    else this.arena.words[tail] = block;
    this.records[record + TAIL] = block;
    return block;
  }

  private newBlock(sizeClass: number): number {
    const wanted = Math.max(SMALLEST, sizeClass);
    const block = this.arena.take(wanted);
    this.arena.words[block] = 0;
    this.arena.words[block + 1] = (wanted << 16) | BLOCK_HEAD;
    return block;
  }

  private move(list: number, from: number, size: number): number {
    const block = this.newBlock(nextClass(size));
    const { words } = this.arena;
    const head = words[from + 1];
    words.copyWithin(block + BLOCK_HEAD, from + BLOCK_HEAD, from + (head & 0xffff));
    words[block + 1] += (head & 0xffff) - BLOCK_HEAD;
    this.arena.give(from, head >>> 16);
    this.records[list * RECORD_WORDS + HEAD] = this.records[list * RECORD_WORDS + TAIL] = block;
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
}

/** An eighth as long again: shorter steps would copy more, longer ones waste more. */
function nextClass(words: number): number {
  return WordArena.classFor(Math.ceil(1.125 * words) + POSTING_WORDS);
}

function isFull(head: number): boolean {
  return (head & 0xffff) + POSTING_WORDS > WordArena.wordsOf(head >>> 16);
}
