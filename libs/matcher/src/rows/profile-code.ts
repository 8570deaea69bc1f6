// Ten bits beside a person's number in a posting: the level of the skill that the list is about, and whether their
// occupation can be close to another. Like the hint, it may promise too much and never too little.
import type { OccupationBook } from '../skills/occupation-book.js';
import type { Span } from './span.js';

export const LEVEL_BITS = 3;
export const LEVELS = 1 << LEVEL_BITS;
export const OCCUPATION_CODES = 128;
/** Has several occupations, of several families. */
const ANY = 0;
const NONE = 1;
const FIRST = 2;

export function occupationCode({ words, from, count }: Span, book: OccupationBook): number {
  if (count === 0) return NONE;
  const code = codeOfFamily(book.family(words[from]));
  for (let at = from + 1; at < from + count; at++)
    if (codeOfFamily(book.family(words[at])) !== code) return ANY;
  return code;
}

/** Codes of people who may have an occupation close to `occupation`, which is -1 where none is stated. */
export function codesOfClose(occupation: number, book: OccupationBook): readonly number[] {
  return occupation < 0 ? [] : [ANY, codeOfFamily(book.family(occupation))];
}

function codeOfFamily(family: number): number {
  return FIRST + (family % (OCCUPATION_CODES - FIRST));
}
