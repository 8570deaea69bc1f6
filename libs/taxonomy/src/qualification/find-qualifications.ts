import { NeedReader } from '../read-need.js';
import { scanWords } from '../text/scan-words.js';
import { joinAlternatives, type Alternative } from './join-alternatives.js';
import { NearCues } from './qualification-need.js';
import { Wording } from './qualification-words.js';
import type { FoundQualification } from './qualification.types.js';
import { readings } from './read-qualifications.js';
import { sectionReader } from './sections.js';

const sure = 0.9;
/** Of a word for many: "a mentorship qualification". */
const lessSure = 0.75;

/** The points of "Ph.D." end no sentence: marks that words may have, in their place. */
const dotted =
  /(?<![\p{L}\p{N}])(?:\p{Lu}\p{Ll}?\.\s?){1,3}\p{Lu}(?:\p{Lu}|\p{Ll}{0,2})\.?(?![\p{L}\p{N}])/gu;
const shortened = /\b(?:Pg|PG|Post|Adv|Nat|Hons|Dip|Cert)\.(?=\s?[A-Z(])/g;
const withMarks = (name: string): string => name.replaceAll('.', '\u0307');
const joinDots = (text: string): string =>
  text
    .replaceAll(dotted, (name) => (/\s/.test(name) ? name : withMarks(name)))
    .replaceAll(shortened, withMarks);

/** Qualifications that running text names, in order, never overlapping, with what it asks of each. */
export function findQualifications(text: string): FoundQualification[] {
  const plain = joinDots(text);
  const wording = new Wording(plain, scanWords(plain));
  const found = joinAlternatives(wording, readings(wording));
  if (found.length === 0) return [];
  const needs = new NeedReader(plain, wording.words);
  const sectionAt = sectionReader(wording);
  return found.map((one) => {
    const { from, to, named, subjects } = one;
    const [start, end] = spanOf(text, wording, one);
    const cues = new NearCues(wording, from, to);
    return {
      id: named.id,
      label: named.label,
      kind: named.kind,
      level: one.level ?? named.level,
      subjects,
      text: text.slice(start, end),
      start,
      end,
      need: cues.needOf(needs.needOf(from, to, start), sectionAt(from)),
      orEquivalent: one.isOneOf || cues.orEquivalent,
      inProgress: cues.inProgress,
      confidence: named.generic ? lessSure : sure,
    };
  });
}

const isOpenBracket = (words: string): boolean => words.lastIndexOf('(') > words.lastIndexOf(')');

function spanOf(text: string, { words }: Wording, { from, to }: Alternative): [number, number] {
  const start = words[from]?.start ?? 0;
  const end = words[to - 1]?.end ?? start;
  return [start, isOpenBracket(text.slice(start, end)) && text[end] === ')' ? end + 1 : end];
}
