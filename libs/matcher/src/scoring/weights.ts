/** A pair below this score (0 to 100) is in no set. Part of the scorer version, as is every number in this file. */
export const FLOOR = 30;

/** Points of each part of `score`: how well the person fits the vacancy. They add up to 100. */
export const FIT = { skills: 65, occupation: 15, distance: 10, salary: 10 } as const;

/** Points of each part of `personScore`: how well the vacancy fits the person's wishes. They add up to 100. */
export const WISH = {
  skills: 20,
  occupation: 25,
  distance: 20,
  salary: 15,
  contract: 10,
  hours: 10,
} as const;

/** A required skill counts as much as two desired ones of the same rarity. */
export const REQUIRED_WEIGHT = 2;
export const DESIRED_WEIGHT = 1;

/** What a held skill is worth for an asked one: `narrower` means that the person holds something more special. */
export const RELATION = { same: 1, narrower: 0.9, broader: 0.6, related: 0.5 } as const;
export type SkillNearness = keyof typeof RELATION;

/** Levels 1 beginner to 4 expert. Not stated counts as practised: neither praise nor blame. */
export const LEVEL = { 1: 0.7, 2: 0.85, 3: 0.95, 4: 1, notStated: 0.85 } as const;

/**
 * A list of skills shorter than this many typical ones proves little, so it cannot fill its part of the score:
 * one generic skill found in a text is worth 10 of 65 points, not all of them.
 */
export const SKILLS_OF_FULL_CONFIDENCE = 3;

/**
 * An advert that names twenty skills expects nobody to have them all: this many typical ones, as required or desired
 * as the list is on average, already fill the part. Measured on 9,895 NHS adverts, whose texts name 8 skills in the
 * median: without it a registered nurse reaches 41 of 100 for a plain nurse's post down the road, and hears of nothing.
 */
export const SKILLS_OF_FULL_FIT = 5;

/**
 * Median over ESCO v1.1.1's 123,855 mentions of a skill in an occupation of ln(1 + 3007 / (1 + df)), where df is
 * the number of the 3,007 occupations that mention the skill (tenth 3.2, ninetieth percentile 6.4).
 */
export const TYPICAL_IDF = 4.7;

export const OCCUPATION = { same: 1, 'unit-group': 0.8, 'minor-group': 0.5 } as const;

/** Points for distance fall as exp(-0.027 km): half at 26 km (16 miles), a quarter at 51 km. */
export const DISTANCE_DECAY_PER_KM = 0.027;

/** At the edge of the radius a place is worth half of the person's wish to work near home. */
export const WISH_AT_RADIUS = 0.5;

/** Pay that reaches the person's minimum only at its top is worth half. */
export const PAY_AT_TOP = 0.5;
