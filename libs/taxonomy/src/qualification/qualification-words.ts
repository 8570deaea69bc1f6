// The words around qualifications, from data/qualification-words.json, and how to look along a text for them.
import { readData } from '../read-data.js';
import { wordKey } from '../text/fold-word.js';
import { PhraseTrie } from '../text/phrase-trie.js';
import { gaps, type Word } from '../text/scan-words.js';

export type Cue =
  | 'alternatives'
  | 'inProgress'
  | 'offered'
  | 'givenLater'
  | 'asked'
  | 'softlyAsked'
  | 'desired'
  | 'negated'
  | 'notAsked';

interface Lists {
  between: string[];
  trailing: string[];
  anySubject: string[];
  subjectEnd: string[];
  andEnds: string[];
  schoolSubjects: string[];
  subjects: string[];
  cues: Record<Cue, string[]>;
}

const lists = readData<Lists>('qualification-words.json');

function trieOf(phrases: readonly string[]): PhraseTrie<true> {
  const trie = new PhraseTrie<true>();
  for (const phrase of phrases) trie.add(phrase, true);
  return trie;
}

/** May stand between the parts of one qualification: "NVQ (or equivalent) at level 3". */
export const between = trieOf(lists.between);
export const trailing = trieOf(lists.trailing);
export const knownSubjects = trieOf([...lists.subjects, ...lists.schoolSubjects]);
export const schoolSubjects = trieOf(lists.schoolSubjects);
/** Words of "in a related field", which names no subject. */
export const anySubject = new Set(lists.anySubject);
export const subjectEnd = new Set(lists.subjectEnd);
/** After "and" these begin something new. */
export const andEnds = new Set(lists.andEnds);

/** One of each, so that a phrase may mean two things. */
export const cues = Object.entries(lists.cues).map(
  ([cue, phrases]) => [cue as Cue, trieOf(phrases)] as const,
);

/** The words of a text and what stands between them. */
export class Wording {
  constructor(
    readonly text: string,
    readonly words: readonly Word[],
  ) {}

  key(at: number): string {
    return wordKey(this.words[at]?.raw ?? '');
  }

  /** Whether a word belongs to what stands before it: a blank, a hyphen or a bracket between them, no more. */
  isJoined(at: number): boolean {
    return this.words[at] !== undefined && /^[ \u00a0()-]*$/.test(this.between(at - 1, at));
  }

  /** What stands between two words; of the first one and none before it a line's end. */
  between(one: number, other: number): string {
    const [before, word] = [this.words[one], this.words[other]];
    return before && word ? this.text.slice(before.end, word.start) : '\n';
  }

  /** Whether the sentence ends before this word. */
  isNew(at: number): boolean {
    return (this.words[at]?.gap ?? gaps.sentence) === gaps.sentence;
  }
}
