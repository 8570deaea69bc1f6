import { normaliseLabel } from './normalise-label.js';
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
  const loose = new Map<string, T>();
  const put = (label: string, one: T) => {
    const key = normaliseLabel(label);
    if (!exact.has(key)) exact.set(key, one);
    if (!loose.has(singular(key))) loose.set(singular(key), one);
  };
  for (const one of all) put(one.label, one);
  for (const one of all) for (const label of one.altLabels) put(label, one);
  return (label) => {
    const key = normaliseLabel(label);
    return key === '' ? undefined : (exact.get(key) ?? loose.get(singular(key)));
  };
}
