// The qualifications of a text as they stand there: name, level and subjects, in any order.
import { nameAt, type NamedQualification } from './qualification-names.js';
import { between, trailing, type Wording } from './qualification-words.js';
import { levelAt, numberAt } from './read-level.js';
import {
  schoolSubjectsAfter,
  subjectsAfter,
  subjectsBefore,
  subjectsBeside,
  type Subjects,
} from './read-subjects.js';

/** A qualification of words [from, to). */
export interface Reading {
  named: NamedQualification;
  level?: number;
  subjects: string[];
  from: number;
  to: number;
}

const isBetter = (one: NamedQualification, other: NamedQualification | undefined): boolean =>
  other === undefined || (other.generic === true && one.generic !== true);

/** Over words that belong to the qualification and name nothing. */
function skip(wording: Wording, at: number): number {
  let to = at;
  while (wording.isJoined(to) && !levelAt(wording, to)) {
    const match = between.longestAt(wording.words, to);
    if (!match) break;
    to = match.to;
  }
  return to;
}

/** The level that a name holds, as "level 3 childcare" does. */
function levelWithin(wording: Wording, from: number, to: number): number | undefined {
  for (let at = from; at < to; at += 1) {
    const found = levelAt(wording, at);
    if (found) return found.level;
  }
  return undefined;
}

/** Name and level, in any order, with what may stand between them: "Level 3 NVQ Diploma", "BSc (Hons) degree". */
function headAt(wording: Wording, from: number): Omit<Reading, 'subjects'> | undefined {
  let named: NamedQualification | undefined;
  let level: number | undefined;
  let to = from;
  for (let at = from; at === from || wording.isJoined(at);) {
    const name = nameAt(wording, at);
    const isNumber = named?.numbered === true && level === undefined;
    const number = levelAt(wording, at) ?? (isNumber ? numberAt(wording, at) : undefined);
    if (name) {
      level ??= levelWithin(wording, at, name.to);
      [named, to] = [isBetter(name.named, named) ? name.named : named, name.to];
    } else if (number && level === undefined) [level, to] = [number.level, number.to];
    if (to <= at) {
      const next = at === from ? at : skip(wording, at);
      if (next === at) break;
      at = next;
    } else at = to;
  }
  const end = wording.isJoined(to) ? trailing.longestAt(wording.words, to)?.to : undefined;
  return named && { named, ...(level === undefined ? {} : { level }), from, to: end ?? to };
}

function subjectsOf(wording: Wording, { named, from, to }: Omit<Reading, 'subjects'>): Subjects | undefined {
  const isSchool = named.kind === 'school';
  const before = from > 0 ? subjectsBefore(wording, from, isSchool) : undefined;
  if (isSchool) return before ?? schoolSubjectsAfter(wording, to);
  const beside = named.generic === true ? undefined : subjectsBeside(wording, to);
  return subjectsAfter(wording, skipOver(wording, to)) ?? beside ?? before;
}

/** To the "in" behind "or equivalent qualification". */
function skipOver(wording: Wording, at: number): number {
  const next = skip(wording, at);
  return wording.key(next) === 'in' ? next : at;
}

/** "Dr Jane Doe (PhD)" speaks of somebody. */
function isSomebodys({ text, words }: Wording, { named, from, to }: Omit<Reading, 'subjects'>): boolean {
  const [before, first, last] = [words[from - 1], words[from], words[to - 1]];
  if (!before || !first || !last) return false;
  const isDegree = named.kind === 'degree';
  const isBracketed = isDegree && text[first.start - 1] === '(' && text[last.end] === ')';
  return isBracketed && /^\p{Lu}\p{Ll}/u.test(before.raw) && text[before.end] === ' ';
}

/** "BSc Audiology students" are not asked for. */
const isOfCourse = (wording: Wording, { notAfter = [] }: NamedQualification, at: number): boolean =>
  wording.isJoined(at) && wording.key(at) !== 'of' && notAfter.includes(wording.key(at));

function readingAt(wording: Wording, at: number): Reading | undefined {
  const head = headAt(wording, at);
  if (!head || isSomebodys(wording, head)) return undefined;
  const found = subjectsOf(wording, head);
  const { needs } = head.named;
  if (needs !== undefined && head.level === undefined && (needs === 'level' || !found)) return undefined;
  const [from, to] = [Math.min(at, found?.from ?? at), Math.max(head.to, found?.to ?? 0)];
  if (isOfCourse(wording, head.named, to)) return undefined;
  return { ...head, subjects: found?.subjects ?? [], from, to };
}

/** In order, never overlapping. */
export function readings(wording: Wording): Reading[] {
  const all: Reading[] = [];
  for (let at = 0; at < wording.words.length;) {
    const found = readingAt(wording, at);
    if (found) all.push({ ...found, from: Math.max(found.from, all.at(-1)?.to ?? 0) });
    at = found ? Math.max(found.to, at + 1) : at + 1;
  }
  return all;
}
