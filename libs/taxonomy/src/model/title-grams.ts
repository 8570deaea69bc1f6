import { hash } from './grams.js';
import { stemsOf } from './stem-words.js';

/** Buckets that the parts of titles fall into. */
export const titleBuckets = 1 << 16;

const longestTitle = 24;

/** The parts of a title: its stems, pairs of neighbours, and their character n-grams of 3 to 5. */
export function titleGrams(title: string): number[] {
  const stems = stemsOf(title).slice(0, longestTitle);
  const parts = new Set<string>();
  for (const [at, stem] of stems.entries()) {
    parts.add(`w ${stem}`);
    const next = stems[at + 1];
    if (next !== undefined) parts.add(`p ${stem} ${next}`);
    const marked = `<${stem}>`;
    for (let length = 3; length <= 5; length += 1)
      for (let from = 0; from + length <= marked.length; from += 1)
        parts.add(marked.slice(from, from + length));
  }
  return [...parts].map((part) => hash(part) % titleBuckets);
}
