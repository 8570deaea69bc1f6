// Contracts and hours as bits, the same in profiles, vacancies and hints.
import type { Contract, Hours } from '@jobwire/contracts';

/** Bit of each contract. */
export const CONTRACTS: Readonly<Record<Contract, number>> = {
  permanent: 1,
  temporary: 2,
  'fixed-term': 4,
  apprenticeship: 8,
};
export const ANY_CONTRACT = 15;
export const HOURS: Readonly<Record<Hours, number>> = { 'full-time': 1, 'part-time': 2 };
export const ANY_HOURS = 3;

/** The bits of what is wanted; an empty list wants anything. A word not known is a wish that nothing meets. */
export function wishBits<T extends string>(
  wanted: readonly T[],
  bits: Readonly<Record<T, number>>,
  any: number,
): number {
  return wanted.length === 0 ? any : wanted.reduce((all, one) => all | (bits[one] ?? 0), 0);
}
