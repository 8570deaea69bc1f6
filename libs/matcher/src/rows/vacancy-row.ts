// The layout of a vacancy's row: 40 bytes, and a block of the arena for what it asks.

/** 32-bit words of a row. */
export const VACANCY_WORDS = 10;

/** Words, from the start of the row. The place in steps: see earth.ts. */
export const LATITUDE = 0;
export const LONGITUDE = 1;
/** Whole pounds a year, unsigned. */
export const PAY_BOTTOM = 2;
export const PAY_TOP = 3;
export const FLAGS = 4;
export const OCCUPATION = 5;
export const EMPLOYER = 6;
/** Block of asked skills; before them two doubles where the pay does not fit into the row. */
export const BLOCK = 7;
export const HINT = 8;
export const SUBJECT = 9;

/** In FLAGS. */
export const HOURS_BITS = 3;
export const CONTRACT_SHIFT = 2;
export const CONTRACT_BITS = 15;
export const HAS_PLACE = 1 << 6;
export const IS_NATIONWIDE = 1 << 7;
export const IS_REMOTE = 1 << 8;
export const HAS_PAY = 1 << 9;
export const HAS_BOTTOM = 1 << 10;
export const PAY_IS_ASIDE = 1 << 11;
export const ASKED_SHIFT = 12;
/** Words of pay at the head of a block. */
export const ASIDE_WORDS = 4;

/** An asked skill: number << 10 | worth << 4 | drive << 2 | required << 1 | must-have. Unsigned. */
export const SKILL_SHIFT = 10;
export const WORTH_SHIFT = 4;
export const WORTH_BITS = 63;
export const DRIVE_SHIFT = 2;
export const DRIVE_BITS = 3;
export const REQUIRED = 2;
export const MUST_HAVE = 1;
