import { paddedLength } from './snapshot-form.js';

const PAGE_BYTES = 4096;
/** Half a millisecond. */
const PAGES_AT_ONCE = 256;
/** What an index may grow by while room is made for it. */
const SPARE = 1.02;

/**
 * Memory for a copy of the index. The system gives a page when it is first touched, which takes 1.7 us: of 330 MB that
 * is 140 ms, and copying into pages that are there takes 26. So they are touched before, while the engine works on.
 */
export class Room {
  private readonly bytes: Uint8Array;
  private used = 0;

  /** For an index of so many bytes. */
  constructor(bytes: number) {
    this.bytes = new Uint8Array(Math.ceil(SPARE * bytes));
  }

  /** Touches all of it, a slice at a time. */
  *prepare(): Generator<undefined, void, undefined> {
    for (let at = 0; at < this.bytes.length; at += PAGE_BYTES) {
      this.bytes[at] = 0;
      if ((at / PAGE_BYTES) % PAGES_AT_ONCE === PAGES_AT_ONCE - 1) yield;
    }
  }

  /** So many bytes, beginning at a multiple of eight; new ones where the room is too small. */
  take(count: number): Uint8Array {
    const from = this.used;
    if (from + count > this.bytes.length) return new Uint8Array(count);
    this.used += paddedLength(count);
    return this.bytes.subarray(from, from + count);
  }

  /** Gives it back at once: a collection that would find it may be long in coming. What was taken is gone. */
  free(): void {
    (this.bytes.buffer as ArrayBuffer).transfer(0);
  }
}
