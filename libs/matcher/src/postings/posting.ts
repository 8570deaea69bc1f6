// A posting is two words: the row's number with a code beside it, and the row's hint.

export const POSTING_WORDS = 2;
/** Rows are numbered in so many bits: `MOST_SUBJECTS` of them. */
export const ROW_BITS = 22;
export const ROW_MASK = 2 ** ROW_BITS - 1;

/** `code` is what the list's topic adds to a pair, in ten bits: see profile-code.ts and vacancy-code.ts. */
export function postingWord(row: number, code: number): number {
  return row | (code << ROW_BITS);
}

export function codeIn(word: number): number {
  return word >>> ROW_BITS;
}
