// What one engine can hold. Room is reserved, not taken: see grown.ts.

/** Profiles or vacancies, each; also ids of ended ones: as many as a posting has bits for. A shard is meant for 1 to 2 million. */
export const MOST_SUBJECTS = 2 ** 22;
/** Of one arena: 1 GiB, of which a million profiles' postings take about 120 MiB. */
export const MOST_WORDS = 2 ** 28;
/** Of distinct skills, occupations or employers; skills in no taxonomy are made from text, so they have no natural end. */
export const MOST_NAMES = 2 ** 22;
/** What postings can be about. */
export const MOST_KEYS = 4 * MOST_NAMES;
/** Of postings: at most one for each topic and 130 territories, of which a million people need some 300,000. */
export const MOST_LISTS = 2 ** 25;
