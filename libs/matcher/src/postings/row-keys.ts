/** The lists that a row belongs in, each once, and what stands beside its number in each. */
export interface Posted {
  readonly hint: number;
  readonly keys: readonly number[];
  readonly codes: readonly number[];
}

/** What the upkeep of postings needs to know of one side's rows. */
export interface RowKeys {
  /** Rows so far, freed ones among them. */
  readonly end: number;
  hintOf(row: number): number;
  /** Reads whatever `hintOf` and `codeIn` want of a row, to be used ahead of them. */
  touch(row: number): number;
  postedOf(row: number): Posted;
  /** What stands beside a row's number in a list; -1 where it does not belong in it. */
  codeIn(row: number, key: number): number;
}
