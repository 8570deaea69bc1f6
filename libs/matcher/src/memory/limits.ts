// What one engine can hold. Room is reserved, not taken: see grown.ts.

/** Profiles or vacancies, each; also ids of ended ones. A shard is meant for 1 to 2 million. */
export const MOST_SUBJECTS = 2 ** 22;
/** Of one arena: 1 GiB, of which a million profiles' postings take about 120 MiB. */
export const MOST_WORDS = 2 ** 28;
/** Of distinct skills, occupations or employers; skills in no taxonomy are made from text, so they have no natural end. */
export const MOST_NAMES = 2 ** 22;
