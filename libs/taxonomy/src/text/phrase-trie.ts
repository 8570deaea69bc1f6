import { wordKey } from './fold-word.js';
import { gaps, scanWords, type Word } from './scan-words.js';

/** A phrase of the trie at words [from, to) of a text. */
export interface PhraseMatch<T> {
  value: T;
  from: number;
  to: number;
}

const nothing: readonly never[] = [];
const longer = (key: string, raw: string): string => (key === '' ? wordKey(raw) : `${key} ${wordKey(raw)}`);

/** Phrases by their words: finding is one walk over the text, whatever the number of phrases. */
export class PhraseTrie<T> {
  /** What each beginning of a phrase stands for as a whole: one flat map takes a third of the memory of a tree. */
  private readonly beginnings = new Map<string, readonly T[]>();

  add(phrase: string, value: T): void {
    let key = '';
    for (const { raw } of scanWords(phrase)) {
      key = longer(key, raw);
      if (!this.beginnings.has(key)) this.beginnings.set(key, nothing);
    }
    if (key !== '') this.beginnings.set(key, [...(this.beginnings.get(key) ?? nothing), value]);
  }

  /** The longest phrase beginning at word `from`, not reaching over a break; `accept` may refuse a value. */
  longestAt(
    words: readonly Word[],
    from: number,
    accept?: (value: T, from: number, to: number) => boolean,
  ): PhraseMatch<T> | undefined {
    let key = '';
    let best: PhraseMatch<T> | undefined;
    for (let at = from; at < words.length; at += 1) {
      const word = words[at];
      if (!word || (at > from && word.gap !== gaps.none)) break;
      key = longer(key, word.raw);
      const values = this.beginnings.get(key);
      if (!values) break;
      const value = values.find((one) => accept?.(one, from, at + 1) ?? true);
      if (value !== undefined) best = { value, from, to: at + 1 };
    }
    return best;
  }
}
