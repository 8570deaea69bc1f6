import { MOST_IN_BLOCK } from '../postings/posting-lists.js';

/** Candidates between two passes over rows. */
export const BATCH = 2048;
/** A batch may be exceeded by one block of postings. */
export const ROOM = BATCH + MOST_IN_BLOCK;
/**
 * Rows touched in a loop of its own right before they are used. Memory answers after 200 ns, but to some twenty reads
 * at once if they stand close together in the code; between the work on rows they would wait for one another.
 */
export const TOUCHED = 128;
/** Words of a cache line: a block of postings is touched line by line before it is read, for the same reason. */
export const LINE = 16;
