// One spelling per word: case, accents, apostrophes, American spellings, glued ".js".
import { readData } from '../read-data.js';

interface Spellings {
  prefixes: Record<string, string>;
  words: Record<string, string>;
  genders: Record<string, string>;
}

const spellings = readData<Spellings>('spellings.json');
const prefixes = Object.entries(spellings.prefixes);
const words = new Map([...Object.entries(spellings.words), ...Object.entries(spellings.genders)]);
/** A job is one job whoever does it: saleswoman, salesperson and salesman are one word. */
const genders: readonly [RegExp, string][] = [
  [/(?<=[a-z]{3})(?:woman|person)$/, 'man'],
  [/(?<=[a-z]{3})(?:women|persons)$/, 'men'],
];
const keepZ = /^(prize|size|resize|seize|maize|capsize|bronze|citizen|horizon|outsize|downsize|assize)/;
const longestWord = 40;

const withoutMarks = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();

// Twice: some capitals only become letters with marks once they are small.
const foldAccents = (word: string): string => withoutMarks(withoutMarks(word));

function foldZ(word: string): string {
  if (!word.includes('z') || keepZ.test(word)) return word;
  return word
    .replace(/([a-z]{3})iz(e|ed|es|er|ers|ing|ation|ations|ational)$/, '$1is$2')
    .replace(/lyz(e|ed|es|er|ers|ing)$/, 'lys$1');
}

function foldSpelling(word: string): string {
  const known = words.get(word);
  if (known !== undefined) return known;
  for (const [ending, same] of genders) if (ending.test(word)) return word.replace(ending, same);
  const prefix = prefixes.find(([from]) => word.startsWith(from));
  return foldZ(prefix ? prefix[1] + word.slice(prefix[0].length) : word);
}

function fold(raw: string): string {
  if (raw === '&') return 'and';
  const lower = /^[\x20-\x7e]*$/.test(raw) ? raw.toLowerCase() : foldAccents(raw);
  const plain = lower
    .replace(/['\u2019]s$/, 's')
    .replaceAll(/['\u2019]/g, '')
    .slice(0, longestWord);
  return plain.length > 30 ? plain : foldSpelling(plain);
}

// Adverts repeat their words (Zipf), so nearly every look-up is answered from here.
const cache = new Map<string, string>();
const cacheSize = 50_000;

/** The word in its one spelling: "Centre's" and "centers" differ no more than their number does. */
export function foldWord(raw: string): string {
  const known = cache.get(raw);
  if (known !== undefined) return known;
  if (cache.size >= cacheSize) cache.clear();
  const folded = fold(raw);
  cache.set(raw, folded);
  return folded;
}

// Another word than the same without its s.
const notPlural = new Set(readData<{ notPlural: string[] }>('spellings.json').notPlural);

function toSingular(word: string): string {
  if (word.length < 4 || notPlural.has(word) || !word.endsWith('s') || /(ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return /(x|ch|sh|ss)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

const keys = new Map<string, string>();

/** The folded word without its plural ending: the key phrases are matched by. */
export function wordKey(raw: string): string {
  const known = keys.get(raw);
  if (known !== undefined) return known;
  if (keys.size >= cacheSize) keys.clear();
  const key = toSingular(foldWord(raw));
  keys.set(raw, key);
  return key;
}
