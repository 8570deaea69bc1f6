// What a sentence looks like: whether it may ask for a skill is decided before any skill is ranked.
import { readData } from '../read-data.js';
import { scanWords } from '../text/scan-words.js';
import { stemOf } from './stem-words.js';

const kinds = [
  'asks',
  'persons',
  'employer',
  'terms',
  'applying',
  'invites',
  'qualifications',
  'supports',
] as const;
const lists = readData<Record<(typeof kinds)[number], string[]>>('gate-words.json');
const sets = kinds.map((kind) => new Set(lists[kind]));

/** The features in their order: words of each kind, then the shape of the sentence. */
export const gateFeatureNames = [
  ...kinds,
  'beginsWithVerb',
  'willVerb',
  'verbs',
  'asksEarly',
  'employerFirst',
  'length',
  'digits',
  'capitals',
  'isShort',
] as const;

const most = 3;
const leading = 4;
const openers = new Set([
  'will',
  'to',
  'must',
  'should',
  'can',
  'and',
  'may',
  'responsible',
  'include',
  'including',
  'by',
]);

/** The first word of a duty: "manage", "manages" and "managing" are one stem. */
export type IsVerb = (stem: string) => boolean;

const capped = (count: number): number => Math.min(count, most) / most;

export function gateFeatures(sentence: string, isVerb: IsVerb): number[] {
  const words = scanWords(sentence).map(({ raw }) => raw);
  const lower = words.map((word) => word.toLowerCase());
  const counts = sets.map((set) => capped(lower.filter((word) => set.has(word)).length));
  const verbs = words.map((word) => isVerb(stemOf(word)));
  const follows = lower.map((word, at) => openers.has(word) && verbs[at + 1] === true);
  const capitals = words.slice(1).filter((word) => /^\p{Lu}/u.test(word)).length;
  const asked = sets[0] ?? new Set<string>();
  const firms = sets[2] ?? new Set<string>();
  return [
    ...counts,
    verbs[0] === true ? 1 : 0,
    capped(follows.filter(Boolean).length),
    capped(verbs.filter(Boolean).length),
    lower.slice(0, leading).some((word) => asked.has(word)) ? 1 : 0,
    lower.slice(0, 2).some((word) => firms.has(word)) ? 1 : 0,
    Math.log1p(words.length) / 4,
    /\d/.test(sentence) ? 1 : 0,
    capitals / Math.max(1, words.length),
    words.length <= 3 ? 1 : 0,
  ];
}
