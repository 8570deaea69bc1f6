/** A run of words in some array. */
export interface Span {
  readonly words: Int32Array;
  readonly from: number;
  readonly count: number;
}
