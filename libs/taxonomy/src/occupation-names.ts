// What occupations are called: names that mean one of them alone, and words so general that they mean none.
import { labelIndex } from './label-index.js';
import { normaliseLabel } from './normalise-label.js';
import type { Occupation } from './taxonomy.types.js';

/** Occupations by main label, by each half of "waiter/waitress", then by the names they have in everyday speech. */
export function properNames(occupations: readonly Occupation[]): (title: string) => Occupation | undefined {
  const named = (namesOf: (one: Occupation) => readonly string[]) =>
    occupations.flatMap((one) => namesOf(one).map((label) => ({ label, altLabels: [], one })));
  const find = labelIndex([
    ...named(({ label }) => [label, ...label.split('/')]),
    ...named(({ usualNames = [] }) => usualNames),
  ]);
  return (title) => find(title)?.one;
}

/** "Driver" ends the main labels of dozens, so it names none that merely lists it. */
const generalFrom = 8;

/** Tells names that end the main labels of many occupations. */
export function generalNames(occupations: readonly Occupation[]): (name: string) => boolean {
  const counts = new Map<string, number>();
  for (const { label } of occupations) {
    const words = normaliseLabel(label).split(' ');
    for (let from = 1; from < words.length; from += 1) {
      const end = words.slice(from).join(' ');
      counts.set(end, (counts.get(end) ?? 0) + 1);
    }
  }
  return (name) => (counts.get(normaliseLabel(name)) ?? 0) >= generalFrom;
}
