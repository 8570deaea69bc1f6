// The layout of a profile's row: 128 bytes, two cache lines. The first decides everything but the skills.

/** 32-bit words of a row. */
export const PROFILE_WORDS = 32;
export const PROFILE_DOUBLES = PROFILE_WORDS / 2;

/** Doubles, from the start of the row. */
export const LATITUDE = 0;
export const LONGITUDE = 1;
export const RADIUS_KM = 2;
export const MINIMUM_PAY = 3;

/** Words, from the start of the row. */
export const FLAGS = 8;
/** Filter bits; those of contract, hours and remote are the truth, the rest is coarse. See profile-hint.ts. */
export const HINT = 9;
/** The subject's number. */
export const SUBJECT = 10;
/** Block of who does not fit into the row: counts of skills, occupations, hidden employers, then all of them. */
export const SPILL = 11;
export const OCCUPATIONS = 12;
/** Skill number << 3 | level code. */
export const SKILLS = 16;

export const ROOM_FOR_OCCUPATIONS = 4;
export const ROOM_FOR_SKILLS = 16;
/** Counts at the head of a spill block. */
export const SPILL_HEAD = 3;

/** In FLAGS: how many skills and occupations stand in the row. */
export const SKILL_COUNT = 31;
export const OCCUPATION_SHIFT = 5;
export const OCCUPATION_COUNT = 7;
export const IS_SPILLED = 1 << 8;
export const HAS_PLACE = 1 << 9;
export const IS_VISIBLE = 1 << 10;
export const WISHES_CONTRACT = 1 << 11;
export const WISHES_HOURS = 1 << 12;
export const THRESHOLD_SHIFT = 16;
