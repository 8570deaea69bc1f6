import { editDistance } from './edit-distance.js';

const keyLength = 2;

function push<K>(map: Map<K, number[]>, key: K, value: number): void {
  const known = map.get(key);
  if (!known) map.set(key, [value]);
  else if (known.at(-1) !== value) known.push(value);
}

/** Finds texts by how one of their words begins, and words by being nearly typed. */
export class WordStarts {
  private readonly byStart = new Map<string, number[]>();
  private readonly byWord = new Map<string, number[]>();
  private readonly byLetter = new Map<string, { word: string; letters: number }[]>();

  constructor(texts: readonly (readonly string[])[]) {
    for (const [at, words] of texts.entries())
      for (const word of words) {
        push(this.byStart, word.slice(0, 1), at);
        push(this.byStart, word.slice(0, keyLength), at);
        push(this.byWord, word, at);
      }
    for (const word of this.byWord.keys()) {
      const known = this.byLetter.get(word.slice(0, 1)) ?? [];
      known.push({ word, letters: lettersOf(word) });
      this.byLetter.set(word.slice(0, 1), known);
    }
  }

  /** Texts with a word that may begin with this; look closer at each. */
  startingLike(query: string): readonly number[] {
    return this.byStart.get(query.slice(0, keyLength)) ?? [];
  }

  /** Texts with a word within `limit` slips of each that was typed, or beginning so; first letters hold. */
  nearly(typed: readonly string[], limit: number): Set<number> {
    const [first = new Set<number>(), ...others] = typed.map((query) => this.withNear(query, limit));
    return others.reduce((found, other) => new Set([...found].filter((at) => other.has(at))), first);
  }

  private withNear(query: string, limit: number): Set<number> {
    const found = new Set<number>();
    const letters = lettersOf(query);
    for (const { word, letters: own } of this.byLetter.get(query.slice(0, 1)) ?? [])
      if (bitsOf(letters & ~own) <= limit && isNear(query, word, limit))
        for (const at of this.byWord.get(word) ?? []) found.add(at);
    return found;
  }
}

/** The letters of a word as bits: each slip can take away one of them, so most words are told apart at once. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

function bitsOf(value: number): number {
  let [left, count] = [value, 0];
  for (; left !== 0; count += 1) left &= left - 1;
  return count;
}

function isNear(query: string, word: string, limit: number): boolean {
  if (word.length < query.length - limit) return false;
  if (editDistance(query, word.slice(0, query.length), limit) <= limit) return true;
  return word.length <= query.length + limit && editDistance(query, word, limit) <= limit;
}
