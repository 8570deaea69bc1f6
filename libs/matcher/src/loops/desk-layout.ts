// Where things stand on the desk, in 32-bit words, and in the memory that it shares with postings. The source of the
// WebAssembly reads this file too, so it is as plain as both languages can have it.

/** What hints are held against: see search/hint-filter.ts. */
export const CELL = 0;
export const NORTH = 1;
export const EAST_WEIGHT = 2;
export const NORTH_WEIGHT = 3;
export const MASK = 4;
export const SUM = 5;
export const GUARDS = 6;
export const PLACELESS = 7;
/** Eight of them, by three bits of the hint. */
export const LIMITS = 8;
export const LIMIT_SHIFT = 17;

/** Bits of a signature that nobody may lack, low and high. */
export const NEEDED = 16;

/** The head that comes next, and how many there are. */
export const NEXT = 18;
export const HEAD_COUNT = 19;
/** The block that comes next in the chain of the head before; 0 at its end. */
export const BLOCK = 20;
/** How many postings passed. */
export const PASSED = 21;
/** Kept so that the reads ahead are not optimised away. */
export const READ_AHEAD = 22;

/** First blocks of lists; and for each of them a mark that goes with its postings. */
export const HEADS = 32;
export const MOST_HEADS = 64;
export const HEAD_MARKS = HEADS + MOST_HEADS;

/** Where in the arena the postings stand that passed, and their lists' marks. */
export const PLACES = HEAD_MARKS + MOST_HEADS;
/** From here on they have to be taken away before the next block. */
export const ENOUGH_PASSED = 2048;
/** Enough, `MOST_IN_BLOCK` of postings/posting-lists.ts, and what four at once may write too much; an even number. */
export const MOST_PASSED = ENOUGH_PASSED + 1151 + 5;
export const MARKS = PLACES + MOST_PASSED;

export const DESK_WORDS = MARKS + MOST_PASSED;

/** Reading stops after the block with which so many postings were looked at. */
export const READ_AT_ONCE = 16384;

/** As in postings/posting.ts. */
export const ROW_MASK = 4194303;

/** In bytes, of the memory that WebAssembly sees. From 1024 on it keeps some tables of its own. */
export const DESK_AT = 2048;
export const ARENA_AT = 65536;
/** After room for `MOST_WORDS`, see memory/limits.ts. */
export const SIGNATURES_AT = ARENA_AT + 1073741824;
