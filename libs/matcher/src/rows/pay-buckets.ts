/** Pounds a year between coarse amounts of pay: what is asked and paid in most adverts. */
const BOUNDS = [18_000, 22_000, 25_000, 28_000, 32_000, 38_000, 48_000];

export const MOST_BUCKET = BOUNDS.length;

/** 0 to `MOST_BUCKET`, never falling with the amount: who asks for a higher bucket than is paid asks for more than is paid. */
export function payBucket(yearly: number): number {
  let bucket = 0;
  while (bucket < BOUNDS.length && yearly >= BOUNDS[bucket]) bucket++;
  return bucket;
}
