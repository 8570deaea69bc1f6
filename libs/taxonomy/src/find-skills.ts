import type { SkillRecord, TextRules } from './skill-data.js';
import { NeedReader } from './read-need.js';
import type { FoundSkill } from './taxonomy.types.js';
import { PhraseTrie, type PhraseMatch } from './text/phrase-trie.js';
import { wordKey } from './text/fold-word.js';
import { gaps, scanWords, type Word } from './text/scan-words.js';

/** Of a label that stands there word for word; rules keep the doubtful ones out. */
const byNameConfidence = 0.9;

interface Phrase {
  /** Undefined: a phrase that hides the skill names inside it, such as "maternity leave". */
  skill?: SkillRecord;
  exact?: string;
  /** Keys of words that give it another meaning: cleaning data is no cleaning. */
  beside?: ReadonlySet<string>;
}

function trieOf(skills: readonly SkillRecord[], rules: TextRules): PhraseTrie<Phrase> {
  const trie = new PhraseTrie<Phrase>();
  const quiet = new Set(rules.quiet.map((label) => label.toLowerCase()));
  const cased = new Map(rules.cased.map((label) => [label.toLowerCase(), label]));
  const others = new Map(
    Object.entries(rules.beside ?? {}).map(([label, words]) => [label, new Set(words.map(wordKey))]),
  );
  const add = (label: string, skill: SkillRecord) => {
    if (quiet.has(label.toLowerCase())) return;
    const exact = cased.get(label.toLowerCase());
    const beside = others.get(label.toLowerCase());
    trie.add(label, { skill, ...(exact === undefined ? {} : { exact }), ...(beside && { beside }) });
  };
  for (const phrase of rules.ignored) trie.add(phrase, {});
  for (const skill of skills) add(skill.label, skill);
  for (const skill of skills) for (const label of skill.altLabels) add(label, skill);
  return trie;
}

function isCased(text: string, words: readonly Word[], phrase: Phrase, from: number, to: number): boolean {
  if (phrase.exact === undefined) return true;
  const written = text.slice(words[from]?.start, words[to - 1]?.end);
  return written === phrase.exact || written === `${phrase.exact}s`;
}

/** Words of the sentence, to both sides, that may tell what is meant. */
const sight = 7;

function isMeant(words: readonly Word[], { beside }: Phrase, from: number, to: number): boolean {
  if (beside === undefined) return true;
  const isOther = (at: number) => beside.has(wordKey(words[at]?.raw ?? ''));
  for (let at = from - 1; at >= 0 && from - at <= sight && words[at + 1]?.gap !== gaps.sentence; at -= 1)
    if (isOther(at)) return false;
  for (let at = to; at < words.length && at - to < sight && words[at]?.gap !== gaps.sentence; at += 1)
    if (isOther(at)) return false;
  return true;
}

function matchesOf(trie: PhraseTrie<Phrase>, text: string, words: readonly Word[]): PhraseMatch<Phrase>[] {
  const matches: PhraseMatch<Phrase>[] = [];
  const accept = (phrase: Phrase, from: number, to: number) =>
    isCased(text, words, phrase, from, to) && isMeant(words, phrase, from, to);
  for (let at = 0; at < words.length;) {
    const match = trie.longestAt(words, at, accept);
    if (match) matches.push(match);
    at = match?.to ?? at + 1;
  }
  return matches;
}

/** A function that finds known skills in running text: longest phrase first, never overlapping, in order of the text. */
export function skillFinder(
  skills: readonly SkillRecord[],
  rules: TextRules,
): (text: string) => FoundSkill[] {
  const trie = trieOf(skills, rules);
  return (text) => {
    const words = scanWords(text);
    const matches = matchesOf(trie, text, words);
    const needs = matches.length > 0 ? new NeedReader(text, words) : undefined;
    return matches.flatMap(({ value, from, to }) => {
      const start = words[from]?.start ?? 0;
      const end = words[to - 1]?.end ?? start;
      if (!value.skill || !needs) return [];
      const { id, label } = value.skill;
      return [
        {
          id,
          label,
          start,
          end,
          text: text.slice(start, end),
          need: needs.needOf(from, to, start),
          confidence: byNameConfidence,
        },
      ];
    });
  };
}
