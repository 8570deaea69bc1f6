import { normaliseLabel, normalisedLabel } from './normalise-label.js';
import { wordKey } from './text/fold-word.js';

interface Labelled {
  label: string;
  altLabels: readonly string[];
}

const singular = (normalised: string): string => normalised.split(' ').map(wordKey).join(' ');

/**
 * Look-up by label: the normalised label first, then the same without plural endings. A label two entries share
 * belongs to the one it is the main label of, else to the first.
 */
export function labelIndex<T extends Labelled>(all: readonly T[]): (label: string) => T | undefined {
  const exact = new Map<string, T>();
  /** By the singular, for labels that are none themselves. */
  const loose = new Map<string, T>();
  const put = (label: string, one: T) => {
    const key = normalisedLabel(label);
    if (exact.has(key)) return;
    exact.set(key, one);
    const single = singular(key);
    if (single !== key && !loose.has(single)) loose.set(single, one);
  };
  for (const one of all) put(one.label, one);
  for (const one of all) for (const label of one.altLabels) put(label, one);
  return (label) => {
    const key = normaliseLabel(label);
    if (key === '') return undefined;
    const single = singular(key);
    return exact.get(key) ?? exact.get(single) ?? loose.get(single);
  };
}
