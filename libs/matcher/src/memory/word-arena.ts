import type { Saved, Saving } from '../snapshot/saved.js';
import { type Elsewhere, grown } from './grown.js';
import { MOST_WORDS } from './limits.js';

/** Blocks of up to this many words come in steps of two words, larger ones in eight steps to twice the length. */
const FINE_BITS = 8;
const FINE_WORDS = 1 << FINE_BITS;
const FINE_CLASSES = FINE_WORDS / 2;
const STEP_BITS = 3;
const STEPS = 1 << STEP_BITS;
const FEWEST_WORDS = 1024;
const CLASSES = FINE_CLASSES + STEPS * (28 - FINE_BITS);

/** Blocks of 32-bit words in one typed array. A block that was given back is given out again before new room is taken. */
export class WordArena implements Saving<null> {
  words: Int32Array<ArrayBuffer> = new Int32Array(0);
  /** Block 0 is never given out, so that 0 can mean "none"; it stays zero. */
  private top = 2;
  /** First free block of each size; its first word names the next. */
  private readonly free = new Int32Array(CLASSES);

  constructor(private readonly elsewhere?: Elsewhere<Int32Array<ArrayBuffer>>) {
    this.words = this.grown(FEWEST_WORDS);
  }

  static classFor(words: number): number {
    if (words <= FINE_WORDS) return Math.max(0, Math.ceil(words / 2) - 1);
    const doublings = 31 - FINE_BITS - Math.clz32(words - 1);
    const stepWords = (FINE_WORDS << doublings) >> STEP_BITS;
    return FINE_CLASSES + STEPS * (doublings - 1) + Math.ceil(words / stepWords) - 1;
  }

  static wordsOf(sizeClass: number): number {
    if (sizeClass < FINE_CLASSES) return 2 * (sizeClass + 1);
    const coarse = sizeClass - FINE_CLASSES;
    return ((coarse % STEPS) + STEPS + 1) * ((FINE_WORDS << (coarse >> STEP_BITS)) >> STEP_BITS);
  }

  take(sizeClass: number): number {
    const freed = this.free[sizeClass];
    if (freed !== 0) {
      this.free[sizeClass] = this.words[freed];
      return freed;
    }
    const block = this.top;
    this.top += WordArena.wordsOf(sizeClass);
    this.words = this.grown(this.top);
    return block;
  }

  give(block: number, sizeClass: number): void {
    this.words[block] = this.free[sizeClass];
    this.free[sizeClass] = block;
  }

  save(): Saved<null> {
    return { facts: null, columns: [this.words.subarray(0, this.top), this.free] };
  }

  restore({ columns: [words, free] }: Saved<null>): void {
    this.words = this.grown(words.length);
    this.words.set(words);
    this.top = words.length;
    this.free.set(free);
  }

  get bytes(): number {
    return this.top * 4;
  }

  private grown(length: number): Int32Array<ArrayBuffer> {
    return grown(this.words, length, MOST_WORDS, 'words of postings', this.elsewhere);
  }
}
