// Finds the occupation an advert's title names. A wrong occupation costs more than none, so doubt gives undefined.
import { decodeEntities } from './advert/decode-entities.js';
import { readData } from './read-data.js';
import type { Occupation } from './taxonomy.types.js';
import { wordKey } from './text/fold-word.js';
import { PhraseTrie, type PhraseMatch } from './text/phrase-trie.js';
import { gaps, scanWords, widest, type Gap, type Word } from './text/scan-words.js';

interface TitleWords {
  /** Words that say nothing, nor do the numbers after them. */
  bands: string[];
  /** Words that say nothing of the occupation. */
  noise: string[];
  /** Nouns that make another occupation of the words before them: "dental nurse" and "dental nurse manager". */
  roles: string[];
  /** Words that make another occupation of the words after them: "assistant psychologist". */
  before: string[];
  prepositions: string[];
  /** Labels of one word that name an occupation only alone: a clerk, but not an invoice clerk. */
  generic: string[];
  /** Words that may stand before those all the same. */
  modifiers: string[];
}

const lists = readData<TitleWords>('title-words.json');
const setOf = (words: readonly string[]) => new Set(words.map(wordKey));
const bands = setOf(lists.bands);
const noise = setOf(lists.noise);
const roles = setOf(lists.roles);
const before = setOf(lists.before);
const prepositions = setOf(lists.prepositions);
const generic = setOf(lists.generic);
const modifiers = setOf(lists.modifiers);

const isPay = (word: string): boolean => /^\d{4,}$|^\d+k$/.test(word);
const isBandNumber = (word: string): boolean => /^\d[a-d]?$/.test(word);

/** The words of a title that may name an occupation: no band, pay or hours. */
function wordsOf(title: string): Word[] {
  const words: Word[] = [];
  let gap: Gap = gaps.none;
  let inBand = false;
  for (const word of scanWords(decodeEntities(title.slice(0, 300)))) {
    gap = widest(gap, word.gap);
    const key = wordKey(word.raw);
    inBand = bands.has(key) || (inBand && isBandNumber(key));
    if (inBand || noise.has(key) || isPay(key)) continue;
    words.push({ ...word, gap });
    gap = gaps.none;
  }
  return words;
}

/** The noun a match belongs to follows it at once: "nurse manager", but not "nurse, ward manager's team". */
function isSpoiled(words: readonly Word[], { from, to }: PhraseMatch<Occupation>): boolean {
  for (const word of words.slice(to)) {
    const key = wordKey(word.raw);
    if (word.gap !== gaps.none || prepositions.has(key)) break;
    if (roles.has(key)) return true;
  }
  const previous = words[from]?.gap === gaps.none ? words[from - 1] : undefined;
  if (!previous) return false;
  const key = wordKey(previous.raw);
  const isGeneric = to - from === 1 && generic.has(wordKey(words[from]?.raw ?? ''));
  return before.has(key) || (isGeneric && !modifiers.has(key));
}

/** A function that tells the occupation of a title: the longest label in it that no word around turns into another. */
export function titleMatcher(occupations: readonly Occupation[]): (title: string) => Occupation | undefined {
  const trie = new PhraseTrie<Occupation>();
  for (const one of occupations) for (const label of [one.label, ...one.altLabels]) trie.add(label, one);
  return (title) => {
    const words = wordsOf(title);
    const matches = words.map((_, at) => trie.longestAt(words, at)).filter((match) => match !== undefined);
    const clear = matches.filter((match) => !isSpoiled(words, match));
    const best = clear.toSorted((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
    return best[0]?.value;
  };
}
