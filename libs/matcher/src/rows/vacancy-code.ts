// Ten bits beside a vacancy's number in a posting: how many points the skill that the list is about is worth to it at
// most, and whether its occupation can be close to another. It may promise too much and never too little.
import { FIT } from '../scoring/weights.js';
import type { OccupationBook } from '../skills/occupation-book.js';

export const OCCUPATION_BITS = 4;
export const OCCUPATION_CODES = 1 << OCCUPATION_BITS;
const NOT_STATED = 0;
const FIRST = 1;

/** Points of a skill in 63 steps. */
export const WORTH_CODES = 64;
export const POINTS_OF_STEP = FIT.skills / (WORTH_CODES - 1);

export function worthCode(points: number): number {
  return Math.min(WORTH_CODES - 1, Math.ceil(points / POINTS_OF_STEP));
}

/** `occupation` is -1 where none is stated. */
export function occupationCode(occupation: number, book: OccupationBook): number {
  return occupation < 0 ? NOT_STATED : FIRST + (book.family(occupation) % (OCCUPATION_CODES - FIRST));
}
