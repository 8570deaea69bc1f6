import { normaliseText } from '../advert/normalise-text.js';
import { foldWord } from '../text/fold-word.js';
import { hash } from './grams.js';
import { stemsOf } from './stem-words.js';

const { imul } = Math;

/** Buckets that the parts of titles fall into. */
export const titleBuckets = 1 << 18;

const longestTitle = 24;
const longestWord = 30;
const shortestGram = 3;
const longestGram = 4;
/** How much a part of a word counts beside a word. */
const partWeight = 0.5;

/** The parts of a title by bucket, each once, with what they count. */
export interface TitleGrams {
  buckets: readonly number[];
  weights: readonly number[];
}

/** The character n-grams of a word with its ends marked, hashed as they grow. */
function addParts(word: string, to: Map<number, number>): void {
  const marked = `<${word.slice(0, longestWord)}>`;
  for (let from = 0; from + shortestGram <= marked.length; from += 1) {
    let value = 0x811c9dc5;
    const end = Math.min(marked.length, from + longestGram);
    for (let at = from; at < end; at += 1) {
      value = imul(value ^ marked.charCodeAt(at), 0x01000193);
      if (at - from + 1 >= shortestGram) to.set((value >>> 0) % titleBuckets, partWeight);
    }
  }
}

/** The parts of a title: its stems, neighbours, the first and the last, and the character n-grams of its words. */
export function titleGrams(title: string): TitleGrams {
  const stems = stemsOf(title).slice(0, longestTitle);
  const grams = new Map<number, number>();
  for (const word of normaliseText(title).split(' ').slice(0, longestTitle)) addParts(foldWord(word), grams);
  const add = (kind: string, text: string) => grams.set(hash(`${kind} ${text}`) % titleBuckets, 1);
  for (const [at, stem] of stems.entries()) {
    add('w', stem);
    const next = stems[at + 1];
    if (next !== undefined) add('p', `${stem} ${next}`);
  }
  if (stems[0] !== undefined) add('f', stems[0]);
  const last = stems.at(-1);
  if (last !== undefined) add('l', last);
  return { buckets: [...grams.keys()], weights: [...grams.values()] };
}

/** A title as a vector one unit long: parts never seen (rarity 0) are left out. */
export function titleVector(title: string, rarity: Float32Array): TitleGrams {
  const { buckets, weights } = titleGrams(title);
  const kept = buckets.flatMap((bucket, at) => {
    const weight = (weights[at] as number) * (rarity[bucket] as number);
    return weight > 0 ? [{ bucket, weight }] : [];
  });
  const length = Math.sqrt(kept.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1;
  return { buckets: kept.map(({ bucket }) => bucket), weights: kept.map(({ weight }) => weight / length) };
}
