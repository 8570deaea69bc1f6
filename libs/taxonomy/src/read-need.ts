// Reads from the words around a skill whether the advert asks for it.
import { readData } from './read-data.js';
import type { Need } from './taxonomy.types.js';
import { isHeading } from './text/is-heading.js';
import { PhraseTrie } from './text/phrase-trie.js';
import { gaps, type Word } from './text/scan-words.js';

type Cue = 'required' | 'desired' | 'negated' | 'softly';

interface CueAt {
  cue: Cue;
  from: number;
  to: number;
  sentence: number;
}

const cues = new PhraseTrie<Cue>();
for (const [cue, phrases] of Object.entries(readData<Record<Cue, string[]>>('need-cues.json'))) {
  for (const phrase of phrases) cues.add(phrase, cue as Cue);
}

const isFirm = ({ cue }: CueAt): boolean => cue !== 'softly';

// Words; text without full stops is cut here, so that no advert costs the square of its length.
const longestSentence = 120;
// Words that "experience of" still speaks for.
const softReach = 12;
const longestLine = 210;
const desiredHeading = /\b(desirable|desired|nice to have|preferred|bonus points|advantageous)\b/i;
const requiredHeading =
  /\b(essential|requirements?|must haves?|must have|person specification|qualifications|skills|experience|looking for|you will (have|need)|you(\u2019|')ll (have|need)|about you|criteria|the ideal candidate)\b/i;
const otherHeading =
  /\b(benefits|about us|about the (role|trust|team|company)|what we offer|we offer|in return|responsibilities|duties|the role|how to apply|closing date|contact|salary|location|why (join|work)|further (information|details)|interview|overview|job summary|main purpose|our trust)\b/i;

/** The cues of a text by sentence, and what its headings say. */
export class NeedReader {
  private readonly sentences: number[] = [];
  private readonly bySentence = new Map<number, CueAt[]>();
  private readonly sections: { at: number; need: Need }[];

  constructor(text: string, words: readonly Word[]) {
    this.sections = sectionsOf(text);
    let sentence = 0;
    let length = 0;
    for (const word of words) {
      const isNew = word.gap === gaps.sentence || length >= longestSentence;
      length = isNew ? 1 : length + 1;
      if (isNew) sentence += 1;
      this.sentences.push(sentence);
    }
    for (let at = 0; at < words.length;) at = this.readCue(words, at);
  }

  private readCue(words: readonly Word[], at: number): number {
    const match = cues.longestAt(words, at);
    if (!match) return at + 1;
    const sentence = this.sentences[at] ?? 0;
    const known = this.bySentence.get(sentence) ?? [];
    known.push({ cue: match.value, from: match.from, to: match.to, sentence });
    this.bySentence.set(sentence, known);
    return match.to;
  }

  /** What the wording says of the skill at words [from, to), which starts at `offset` of the text. */
  needOf(from: number, to: number, offset: number): Need {
    const around = this.bySentence.get(this.sentences[from] ?? 0) ?? [];
    const before = around.filter((cue) => cue.to <= from).toReversed();
    const after = around.filter((cue) => cue.from >= to);
    const negation = before.find(isFirm);
    if (negation?.cue === 'negated') return 'mentioned';
    const told = this.firmAfter(after) ?? before.find(isFirm);
    if (told) return told.cue === 'required' || told.cue === 'desired' ? told.cue : 'mentioned';
    const section = this.sections.findLast(({ at }) => at <= offset)?.need ?? 'mentioned';
    // "Excellent communication skills" carries its cue in itself.
    const isWithin = around.some((cue) => cue.from < to && cue.to > from);
    const isAsked =
      isWithin || (before[0] && from - before[0].to <= softReach) || (after[0] && after[0].from - to <= 1);
    return isAsked && section !== 'desired' ? 'required' : section;
  }

  /** "X is essential" speaks of X; in "X and must have Y" the cue belongs to what follows it. */
  private firmAfter(after: readonly CueAt[]): CueAt | undefined {
    const first = after[0];
    return first && isFirm(first) ? first : undefined;
  }
}

function headingNeed(line: string): Need | undefined {
  if (desiredHeading.test(line)) return 'desired';
  if (requiredHeading.test(line)) return 'required';
  return otherHeading.test(line) || line.endsWith(':') ? 'mentioned' : undefined;
}

function sectionsOf(text: string): { at: number; need: Need }[] {
  const sections: { at: number; need: Need }[] = [];
  for (let at = 0; at < text.length;) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const line = end - at > longestLine ? '' : text.slice(at, end).trim();
    const need = isHeading(line) ? headingNeed(line) : undefined;
    if (need) sections.push({ at: end, need });
    at = end + 1;
  }
  return sections;
}
