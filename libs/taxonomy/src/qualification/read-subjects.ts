// What a qualification is in: "in psychology, sociology or social work", "Maths and English GCSE", "a nursing degree".
import {
  andEnds,
  anySubject,
  knownSubjects,
  schoolSubjects,
  subjectEnd,
  type Wording,
} from './qualification-words.js';
import { nameAt } from './qualification-names.js';
import type { PhraseTrie } from '../text/phrase-trie.js';
import { gaps } from '../text/scan-words.js';

export interface Subjects {
  subjects: string[];
  /** The words they stand in. */
  from: number;
  to: number;
}

const longest = 6;
const most = 6;
const schoolReach = 16;

const slice = ({ text, words }: Wording, from: number, to: number): string =>
  text.slice(words[from]?.start, words[to - 1]?.end);

/** Where the subject that begins at a word ends; `from` itself where none does. */
function endOfSubject(wording: Wording, from: number): number {
  let at = from;
  for (; at < wording.words.length && at < from + longest; at += 1) {
    const key = wording.key(at);
    if (at > from && wording.words[at]?.gap !== gaps.none) break;
    if (subjectEnd.has(key)) break;
    if (nameAt(wording, at)) return from;
    if ((key === 'and' || key === '/') && (at === from || andEnds.has(wording.key(at + 1)))) break;
  }
  const isNone = Array.from({ length: at - from }, (_, n) => wording.key(from + n)).some((key) =>
    anySubject.has(key),
  );
  return isNone ? from : at;
}

/** "A, B or C": a list that is not closed by "or" may go on with something else, and only A is taken. */
function listFrom(wording: Wording, from: number): Subjects {
  const ends: [number, number][] = [];
  let sure = 0;
  for (let at = from; ends.length < most;) {
    const end = endOfSubject(wording, at);
    const hasMore = end < wording.words.length && !wording.isNew(end);
    if (end > at) ends.push([at, end]);
    const isOr = ends.length > 0 && ['or', 'and/or'].includes(wording.key(at - 1));
    if (ends.length === 1 || isOr) sure = ends.length;
    if (!hasMore || (end === at && !isOr)) break;
    if (wording.key(end) === 'or') at = end + 1;
    else if (wording.words[end]?.gap === gaps.phrase && end > at) at = end;
    else break;
  }
  const taken = ends.slice(0, sure);
  return { subjects: taken.map(([a, b]) => slice(wording, a, b)), from, to: taken.at(-1)?.[1] ?? from };
}

/** The subjects behind "in", where a qualification ends before word `at`. */
export function subjectsAfter(wording: Wording, at: number): Subjects | undefined {
  if (wording.key(at) !== 'in' || !wording.isJoined(at) || !wording.isJoined(at + 1)) return undefined;
  const isArticle = ['a', 'an', 'the'].includes(wording.key(at + 1));
  const found = listFrom(wording, isArticle ? at + 2 : at + 1);
  return found.subjects.length === 0 ? undefined : found;
}

/** Those that follow at once, as in "BSc Physiotherapy": only such as are known to be one. */
export function subjectsBeside(wording: Wording, at: number): Subjects | undefined {
  if (!wording.isJoined(at) || wording.between(at - 1, at).includes('(')) return undefined;
  const found = listOfKnown(wording, at, knownSubjects);
  return found.subjects.length === 0 ? undefined : found;
}

/** Subjects that stand in a row from a word on, between commas, "and" and "&". */
function listOfKnown(wording: Wording, from: number, known: PhraseTrie<true>): Subjects {
  const subjects: string[] = [];
  let [at, to] = [from, from];
  while (at < wording.words.length && (at === from || !wording.isNew(at))) {
    const match = known.longestAt(wording.words, at);
    if (match) {
      subjects.push(slice(wording, at, match.to));
      [at, to] = [match.to, match.to];
    } else if (subjects.length > 0 && ['and', 'or'].includes(wording.key(at))) at += 1;
    else break;
  }
  return { subjects, from, to };
}

/** The subject right before a qualification: "psychology degree", "Maths and English GCSE". */
export function subjectsBefore(wording: Wording, at: number, isSchool: boolean): Subjects | undefined {
  const known = isSchool ? schoolSubjects : knownSubjects;
  let from = at;
  for (let start = at - 1; start >= Math.max(0, at - schoolReach) && !wording.isNew(start + 1); start -= 1) {
    if (['and', 'or'].includes(wording.key(start))) {
      if (!isSchool || from === at) break;
      continue;
    }
    const match = known.longestAt(wording.words, start);
    if (match && match.to >= from - (isSchool ? 1 : 0)) from = start;
    else if (at - start > 4 || from - start > 4) break;
  }
  if (from === at) return undefined;
  const { subjects } = isSchool
    ? listOfKnown(wording, from, known)
    : { subjects: [slice(wording, from, at)] };
  return { subjects, from, to: at };
}

/** School subjects that the sentence names behind a qualification: "5 GCSEs at grades A to C including Maths". */
export function schoolSubjectsAfter(wording: Wording, at: number): Subjects | undefined {
  for (let start = at; start < Math.min(wording.words.length, at + schoolReach); start += 1) {
    if (wording.isNew(start)) return undefined;
    if (schoolSubjects.longestAt(wording.words, start) === undefined) continue;
    return listOfKnown(wording, start, schoolSubjects);
  }
  return undefined;
}
