/** Candidates between two passes over rows, few enough to stay in the cache. */
export const BATCH = 2048;
/** Rows touched before they are needed: a miss takes about as long as looking at so many. */
export const AHEAD = 12;
/** A batch may be exceeded by one block of postings. */
export const ROOM = BATCH + 1024 + AHEAD;
