// Words as the model sees them: folded, stemmed, without the words that say nothing.
import { stemmer } from 'stemmer';
import { readData } from '../read-data.js';
import { foldWord } from '../text/fold-word.js';
import { scanWords, type Gap } from '../text/scan-words.js';

/** A word's stem with its place in the text. */
export interface StemAt {
  stem: string;
  start: number;
  end: number;
  gap: Gap;
}

const empty = new Set(
  'a an the of and or in on at to for with by from as is are be been being was were will would can could should may might must shall that this these those it its they their them he she his her you your we our us i my me who which what when where how than then so if but not no nor do does did done has have had having such other others any all both each every some more most own same etc eg ie s t into out up over under about within across between among through per via also very well'.split(
    ' ',
  ),
);
/** Words that the stemmer would take for one another: "community" is not "communication". */
const own = new Map(Object.entries(readData<Record<string, string>>('stems.json')));
const cache = new Map<string, string>();
const cacheSize = 60_000;

/** The stem of one word as written; '' for a word that says nothing. */
export function stemOf(raw: string): string {
  const known = cache.get(raw);
  if (known !== undefined) return known;
  if (cache.size >= cacheSize) cache.clear();
  const word = foldWord(raw);
  const stem =
    own.get(word) ?? (empty.has(word) || word === '' ? '' : /[^a-z]/.test(word) ? word : stemmer(word));
  cache.set(raw, stem);
  return stem;
}

/** The stems of a text in order, with their places. */
export function stemsAt(text: string): StemAt[] {
  const stems: StemAt[] = [];
  for (const { raw, start, end, gap } of scanWords(text)) {
    const stem = stemOf(raw);
    if (stem !== '') stems.push({ stem, start, end, gap });
  }
  return stems;
}

/** The stems of a text in order. */
export const stemsOf = (text: string): string[] => stemsAt(text).map(({ stem }) => stem);
