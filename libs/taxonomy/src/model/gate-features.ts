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
const lists = readData<Record<(typeof kinds)[number] | 'jobs', string[]>>('gate-words.json');
const sets = kinds.map((kind) => new Set(lists[kind]));
const jobs = new Set(lists.jobs);
const patterns = Object.entries(
  readData<{ sentences: Record<string, string> }>('gate-patterns.json').sentences,
).map(([name, source]) => ({ name, pattern: new RegExp(source.replace('JOBS', lists.jobs.join('|')), 'g') }));

/** The features in their order: words of each kind, the shape of the sentence, its turns of phrase. */
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
  'isTitle',
  'endsInJob',
  'goesOn',
  'list',
  'shouts',
  'beginsWithIng',
  'beginsWithTo',
  'beginsWithS',
  ...patterns.map(({ name }) => name),
] as const;

const most = 3;
const leading = 4;
const longestTitle = 8;
/** What stands further back of a sentence without an end says no more. */
const longestLook = 600;
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
const flag = (is: boolean): number => (is ? 1 : 0);
const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

export function gateFeatures(sentence: string, isVerb: IsVerb): number[] {
  const text = sentence.slice(0, longestLook);
  const words = scanWords(text).map(({ raw }) => raw);
  const lower = words.map((word) => word.toLowerCase());
  const counts = sets.map((set) => capped(lower.filter((word) => set.has(word)).length));
  const phrases = text.toLowerCase().replaceAll(/\s+/g, ' ');
  return [
    ...counts,
    ...verbFeatures(words, lower, isVerb),
    ...shapeFeatures(text, words, lower),
    ...patterns.map(({ pattern }) => capped(phrases.match(pattern)?.length ?? 0)),
  ];
}

function verbFeatures(words: readonly string[], lower: readonly string[], isVerb: IsVerb): number[] {
  const verbs = words.map((word) => isVerb(stemOf(word)));
  const follows = lower.filter((word, at) => openers.has(word) && verbs[at + 1] === true);
  return [flag(verbs[0] === true), capped(follows.length), capped(verbs.filter(Boolean).length)];
}

function shapeFeatures(text: string, words: readonly string[], lower: readonly string[]): number[] {
  const [asked, , firms] = sets;
  const count = Math.max(1, words.length);
  const capitals = words.slice(1).filter(isCapital).length;
  const first = lower[0] ?? '';
  return [
    flag(lower.slice(0, leading).some((word) => asked?.has(word) === true)),
    flag(lower.slice(0, 2).some((word) => firms?.has(word) === true)),
    Math.log1p(words.length) / 4,
    flag(/\d/.test(text)),
    capitals / count,
    flag(words.length <= 3),
    flag(words.length <= longestTitle && words.filter(isCapital).length / count > 0.6),
    flag(jobs.has(lower.at(-1) ?? '')),
    flag(/^\p{Ll}/u.test(text)),
    (5 * (text.match(/,/g)?.length ?? 0)) / count,
    flag(text === text.toUpperCase()),
    flag(first.endsWith('ing')),
    flag(first === 'to'),
    flag(first.length > 4 && first.endsWith('s')),
  ];
}
