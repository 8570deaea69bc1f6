// How a pair that was found is packed: 52 bytes, and 8 for each asked skill.

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
export const SKILL_COUNT = 6;
/** The id of the side that was found, where it is a UUID: four words. */
export const ID = 7;
/** Of the side that was found, unsigned; what does not fit is told beside. */
export const REVISION = 11;
export const PARTITION = 12;
export const PAIR_HEAD = 13;

/** For each asked skill: number << 1 | required, then HIT. */
export const PAIR_SKILL_WORDS = 2;
/** Held skill << 2 | nearness, or MISSING. */
export const HIT = 1;
export const MISSING = -1;
