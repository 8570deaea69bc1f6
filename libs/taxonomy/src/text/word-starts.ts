import { editDistance } from './edit-distance.js';

/** Shorter words are near to thousands. */
const shortestNear = 4;

/** So many slips of the keyboard are forgiven. */
export const slipsOf = (typed: string): number => (typed.length < 8 ? 1 : 2);

/** Finds texts by how one of their words begins, and words by being nearly typed. */
export class WordStarts {
  /** In the order of their letters. */
  private readonly words: readonly string[];
  private readonly letters: Int32Array;
  /** The texts that have a word, in order, one word's after another's; `ends` tells where each word's end. */
  private readonly texts: Int32Array;
  private readonly ends: Int32Array;

  /** @param texts words with single spaces between them */
  constructor(texts: readonly string[]) {
    const byWord = new Map<string, number[]>();
    for (const [at, text] of texts.entries()) {
      for (const word of text.split(' ')) {
        const known = byWord.get(word);
        if (!known) byWord.set(word, [at]);
        else if (known.at(-1) !== at) known.push(at);
      }
    }
    this.words = [...byWord.keys()].toSorted((a, b) => (a < b ? -1 : 1));
    const found = this.words.map((word) => byWord.get(word) ?? []);
    let end = 0;
    this.ends = Int32Array.from(found, ({ length }) => (end += length));
    this.texts = Int32Array.from(found.flat());
    this.letters = Int32Array.from(this.words, lettersOf);
  }

  /** All beginnings of words, up to so many letters. */
  beginnings(longest: number): Set<string> {
    const found = new Set<string>();
    for (const word of this.words)
      for (let length = 1; length <= Math.min(longest, word.length); length += 1)
        found.add(word.slice(0, length));
    return found;
  }

  /** Texts with all these words, the last of which may go on; look closer at each. */
  startingLike(typed: readonly string[]): Iterable<number> {
    const whole = typed.slice(0, -1).map((word) => this.textsOf(word));
    if (whole.length > 0) return whole.reduce((a, b) => (a.length <= b.length ? a : b));
    const found = new Set<number>();
    for (const place of this.range(typed[0] ?? '')) for (const text of this.textsAt(place)) found.add(text);
    return found;
  }

  /** Texts with a word within a slip or two of each that was typed, or beginning so; first letters hold. */
  nearly(typed: readonly string[]): Set<number> {
    const long = typed.filter((word) => word.length >= shortestNear);
    const [first = new Set<number>(), ...others] = long.map((query) => this.withNear(query, slipsOf(query)));
    return others.reduce((found, other) => new Set([...found].filter((at) => other.has(at))), first);
  }

  private withNear(query: string, limit: number): Set<number> {
    const found = new Set<number>();
    const letters = lettersOf(query);
    for (const place of this.range(query.slice(0, 1)))
      if (
        bitsOf(letters & ~(this.letters[place] as number)) <= limit &&
        isNear(query, this.words[place] ?? '', limit)
      )
        for (const at of this.textsAt(place)) found.add(at);
    return found;
  }

  private textsOf(word: string): Int32Array {
    const place = this.firstFrom(word);
    return this.words[place] === word ? this.textsAt(place) : new Int32Array();
  }

  private textsAt(place: number): Int32Array {
    return this.texts.subarray(this.ends[place - 1] ?? 0, this.ends[place]);
  }

  /** The places of all words with this beginning. */
  private *range(beginning: string): Generator<number> {
    for (let at = this.firstFrom(beginning); this.words[at]?.startsWith(beginning) === true; at += 1)
      yield at;
  }

  private firstFrom(word: string): number {
    let [low, high] = [0, this.words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.words[middle] ?? '') < word) low = middle + 1;
      else high = middle;
    }
    return low;
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
