/** Retries of consumers, in a world where a second is long. */
export const HASTE = { retry: { pauses: [1, 2], away: { first: 1, longest: 8 } } } as const;
