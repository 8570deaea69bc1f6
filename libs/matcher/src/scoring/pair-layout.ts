// How a pair that was found is packed: 56 bytes, and 4 for each asked skill. What is asked stands before the first pair
// of the same vacancy.

export const SCORE = 0;
/** Row of the side that was found, as long as the index does not change. */
export const OTHER = 1;
/** Bytes: skills and distance of the score, skills and distance of the person's score. The other points follow from the facts. */
export const POINTS = 2;
/**
 * Codes of four bits: closeness, reach, answers on pay, contract and hours, and whether remote work is what they want;
 * then three bits.
 */
export const FACTS = 3;
export const IS_ALERT = 1 << 24;
export const IS_VISIBLE = 1 << 25;
/** The id of the side that was found is no UUID. */
export const IS_ODD = 1 << 26;
/** The person's nearest; -1 for none. */
export const OCCUPATION = 4;
/** Whole miles, where it is near. */
export const MILES = 5;
/** Where what is asked stands, and how many skills: a word each, number << 1 | required. */
export const ASKED = 6;
export const SKILL_COUNT = 7;
/** The id of the side that was found, where it is a UUID: four words. */
export const ID = 8;
/** Of the side that was found, unsigned; what does not fit is told beside. */
export const REVISION = 12;
export const PARTITION = 13;
/** For each asked skill what is held for it: its nearness, and where that is not the same the held skill << 2 before it; or MISSING. */
export const HITS = 14;
export const MISSING = -1;
