import * as at from './desk-layout.js';

/**
 * What the innermost loops work on: a filter, the blocks that are to be read, and the postings that passed. It is laid
 * out in words, so that plain code and WebAssembly do the same to it.
 */
export class Desk {
  readonly words: Int32Array;
  readonly heads: Int32Array;
  readonly headMarks: Int32Array;
  readonly places: Int32Array;
  readonly marks: Int32Array;

  constructor(buffer: ArrayBuffer, byteOffset: number) {
    this.words = new Int32Array(buffer, byteOffset, at.DESK_WORDS);
    this.heads = this.words.subarray(at.HEADS, at.HEADS + at.MOST_HEADS);
    this.headMarks = this.words.subarray(at.HEAD_MARKS, at.HEAD_MARKS + at.MOST_HEADS);
    this.places = this.words.subarray(at.PLACES, at.PLACES + at.MOST_PASSED);
    this.marks = this.words.subarray(at.MARKS, at.MARKS + at.MOST_PASSED);
  }

  /** Nothing is to be read and nothing has passed. */
  clear(): void {
    this.lay(0);
    this.passed = 0;
  }

  /** So many heads were laid out, to be read from the first on. */
  lay(count: number): void {
    this.words[at.HEAD_COUNT] = count;
    this.words[at.NEXT] = 0;
    this.words[at.BLOCK] = 0;
  }

  /** All that was laid out. */
  get isRead(): boolean {
    return this.words[at.BLOCK] === 0 && this.words[at.NEXT] === this.words[at.HEAD_COUNT];
  }

  /** How many postings passed. */
  get passed(): number {
    return this.words[at.PASSED];
  }

  set passed(count: number) {
    this.words[at.PASSED] = count;
  }

  /** There may be no room for another block. */
  get isFull(): boolean {
    return this.passed > at.ENOUGH_PASSED;
  }
}
