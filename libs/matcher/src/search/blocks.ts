// The blocks of postings that a search reads. Memory answers after 200 ns, but to some twenty reads at once if they
// stand close together in the code: so the starts of all blocks are touched before the first of them is read, and each
// long one line by line before its postings are looked at.

/** Words of a cache line. */
const LINE = 16;
/** Half of all blocks end here. */
const STARTS = 3 * LINE;

export class Blocks {
  readonly heads: number[] = [];
  /** For each of them whatever its reader wants to know by then. */
  readonly marks: number[] = [];
  private touched = 0;

  clear(): void {
    this.heads.length = this.marks.length = 0;
  }

  /** All heads that have no mark yet get this one. */
  mark(mark: number): void {
    while (this.marks.length < this.heads.length) this.marks.push(mark);
  }

  touchStarts(words: Int32Array): void {
    let touched = 0;
    for (const block of this.heads) touched ^= words[block] ^ words[block + LINE] ^ words[block + 2 * LINE];
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
