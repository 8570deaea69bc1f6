/** What the upkeep of postings needs to know of one side's rows. */
export interface RowKeys {
  /** Rows so far, freed ones among them. */
  readonly end: number;
  hintOf(row: number): number;
  /** The lists that a row belongs in, each once. */
  keysOf(row: number): number[];
  /** Whether a row belongs in a list. */
  has(row: number, key: number): boolean;
}
