import { wordKey } from './fold-word.js';
import { gaps, scanWords, type Word } from './scan-words.js';

interface Node<T> {
  next: Map<string, Node<T>>;
  values: T[];
}

/** A phrase of the trie at words [from, to) of a text. */
export interface PhraseMatch<T> {
  value: T;
  from: number;
  to: number;
}

const newNode = <T>(): Node<T> => ({ next: new Map(), values: [] });

/** Phrases by their words: finding is one walk over the text, whatever the number of phrases. */
export class PhraseTrie<T> {
  private readonly root = newNode<T>();

  add(phrase: string, value: T): void {
    let node = this.root;
    for (const { raw } of scanWords(phrase)) {
      const key = wordKey(raw);
      const next = node.next.get(key) ?? newNode<T>();
      node.next.set(key, next);
      node = next;
    }
    if (node !== this.root) node.values.push(value);
  }

  /** The longest phrase beginning at word `from`, not reaching over a break; `accept` may refuse a value. */
  longestAt(
    words: readonly Word[],
    from: number,
    accept?: (value: T, from: number, to: number) => boolean,
  ): PhraseMatch<T> | undefined {
    let node: Node<T> | undefined = this.root;
    let best: PhraseMatch<T> | undefined;
    for (let at = from; at < words.length; at += 1) {
      const word = words[at];
      if (!word || (at > from && word.gap !== gaps.none)) break;
      node = node.next.get(wordKey(word.raw));
      if (!node) break;
      const value = node.values.find((one) => accept?.(one, from, at + 1) ?? true);
      if (value !== undefined) best = { value, from, to: at + 1 };
    }
    return best;
  }
}
