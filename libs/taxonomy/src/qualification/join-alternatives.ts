import type { Wording } from './qualification-words.js';
import type { Reading } from './read-qualifications.js';

/** A reading, and whether another one would do as well. */
export interface Alternative extends Reading {
  isOneOf: boolean;
}

const orBetween = /^[\s,()]*(?:and\s?\/\s?)?(?:or|\/)\s*(?:an?\s+)?$/i;

const isOr = (wording: Wording, one: Reading, other: Reading): boolean =>
  orBetween.test(wording.between(one.to - 1, other.from));

/**
 * Of readings with "or" or a stroke between them each is one of several. What the last is in, all are in, and
 * "NVQ / QCF level 2" is one.
 */
export function joinAlternatives(wording: Wording, all: readonly Reading[]): Alternative[] {
  const joined: Alternative[] = [];
  for (const one of all.toReversed()) {
    const next = joined.at(-1);
    if (!next || !isOr(wording, one, next)) {
      joined.push({ ...one, isOneOf: false });
      continue;
    }
    const subjects = one.subjects.length > 0 ? one.subjects : next.subjects;
    const isSame = one.named.id === next.named.id;
    if (isSame) joined.pop();
    else next.isOneOf = true;
    joined.push(isSame ? { ...next, ...one, subjects, to: next.to } : { ...one, subjects, isOneOf: true });
  }
  return joined.toReversed();
}
