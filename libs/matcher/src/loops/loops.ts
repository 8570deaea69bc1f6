/** The innermost loops of a search, over a desk: see desk-layout.ts. In plain code, and in WebAssembly where there is much to read. */
export interface Loops {
  /** Reads ahead the blocks that were laid out, as memory answers late. */
  touch(): void;
  /**
   * Reads blocks until all are read, the desk is full or it is time to see whether others wait, and writes to the desk
   * which postings pass. Returns how many it looked at.
   */
  scan(): number;
  /** Drops postings of rows whose signature lacks something that is needed. */
  sift(): void;
}
