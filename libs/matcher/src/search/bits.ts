/**
 * -1 for a number that is not 0, else 0. Filters that say yes to a half of what they see are read wrongly ahead by the
 * processor half of the time, for 5 ns each; four of them as one number are one such guess.
 */
export function allBitsIf(number: number): number {
  return (number | (0 - number)) >> 31;
}

/** -1 where a is below b, else 0; they must not be more than 2 ** 31 apart. */
export function allBitsIfBelow(a: number, b: number): number {
  return (a - b) >> 31;
}
