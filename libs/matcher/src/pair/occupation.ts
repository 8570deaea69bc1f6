import type { MatchingTaxonomy } from '../matching-taxonomy.js';

const UNIT_DIGITS = 4;
const MINOR_DIGITS = 3;

export type Closeness = 'same' | 'unit-group' | 'minor-group' | 'none';

/** An occupation with the ISCO-08 groups it lies in, as far as they are known. */
export interface Occupation {
  readonly id: string;
  readonly unitGroup: string | undefined;
  readonly minorGroup: string | undefined;
}

export function occupationOf(id: string, taxonomy: MatchingTaxonomy): Occupation {
  const isco = taxonomy.iscoOf(id) ?? '';
  const group = (digits: number) => (isco.length >= digits ? isco.slice(0, digits) : undefined);
  return { id, unitGroup: group(UNIT_DIGITS), minorGroup: group(MINOR_DIGITS) };
}

/** Two occupations that are close at all have the same key. */
export function occupationKey(occupation: Occupation): string {
  return occupation.minorGroup === undefined ? `id ${occupation.id}` : `isco ${occupation.minorGroup}`;
}

export function closenessOf(a: Occupation, b: Occupation): Closeness {
  if (a.id === b.id) return 'same';
  if (a.unitGroup !== undefined && a.unitGroup === b.unitGroup) return 'unit-group';
  if (a.minorGroup !== undefined && a.minorGroup === b.minorGroup) return 'minor-group';
  return 'none';
}
