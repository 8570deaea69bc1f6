// Finds people by their first names, wherever a text names them: managers in praise, recruiters, whoever answers.
import { readData } from '../read-data.js';
import type { Span } from './visible-text.js';

interface NameLists {
  /** Common first names, a letter of the alphabet a line. */
  first: string[];
  /** First names that are words, months or places too: with a surname only. */
  alsoWords: string;
  /** Charities and other bodies that bear the name of a person. */
  bodies: string[];
  /** Words before a name that make it a place or a body: "St Mary". */
  before: string;
  /** Words after a name that make it a place or a body: "John Radcliffe Hospital". */
  after: string;
  /** Words that are no surname, however written. */
  notSurnames: string;
  /** What a person does, written behind the name: "Lead", "Manager". */
  roles: string;
}

const lists = readData<NameLists>('first-names.json');
const setOf = (words: string) => new Set(words.split(' '));
const firstNames = new Set(lists.first.flatMap((line) => line.split(' ')));
const alsoWords = setOf(lists.alsoWords);
const bodies = new Set(lists.bodies);
const before = setOf(lists.before);
const after = setOf(lists.after);
const notSurnames = setOf(lists.notSurnames);
const roles = setOf(lists.roles);

/** Forms lose the space before a name: "NameJane". */
const capitalised = /(?:Name(?=\p{Lu}))?(\p{Lu}[\p{L}'\u2019-]*)/gu;
/** What may stand between the parts of a name: spaces, inline tags, and behind an initial a full stop. */
const joint = /^[ \u00a0\ue000]{1,6}$/;
const jointOfInitial = /^\.?[ \u00a0\ue000]{0,6}$/;
const mostParts = 4;
/** Words that put a single first name right: "ask for Jane", "call Jane", "our manager Jane". */
const asks =
  /\b(?:contact(?:ing)?|call(?:ing)?|ring|phone|telephone|text|e-?mail(?:ing)?|message|ask(?:ing)? for|sp(?:eak|oke|eaking) (?:to|with)|talk(?:ing)? (?:to|with)|chat(?:ting)? (?:to|with)|c(?:all|hat|onversation) with|discuss(?:ion)? with|enquiries to|in touch with|reach out to|cv to|manager|matron|sister|lead|recruiter|administrator|my name is|name's|regards,?|thanks,?|meet)[\s,:\ue000-]{0,4}$/i;

/** What feeds leave where a name, an address or a number stood. */
const left = /^[\s,(:\u2013-]{0,3}\[(?:e-?mail|phone|telephone) removed\]/i;
/** Feeds take the first names of "[name removed] van Dam" and leave the rest. */
const leftOver =
  /\[name removed\]((?: (?:v[ao]n|de[nr]?|la|le|al|bin|\p{Lu}[\p{L}'\u2019-]+))+)(?= (?:job )?title)/giu;
/** Forms lose the space before the second contact: "informationJane Smith". */
const glued = /(?<=information|Name)\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}[\p{L}-]*(?=$|\s*[,(\n-]|\s+\p{Lu})/gmu;
/** People who write no capitals: "jane Smith". */
const lowered = /(?<!\p{L})(\p{Ll}{3,}) \p{Lu}\p{Ll}[\p{L}'\u2019-]+/gu;
const titled = /\b(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor)\.? (\p{Lu}\p{Ll}[\p{L}'\u2019-]+)/gu;
/** What people do and wards and towns do not: "Jane will call you back". */
const acts =
  /^ (?:will (?:also )?(?:be|call|submit|arrange|answer|contact)|is (?:not )?(?:available|away|on leave)|says|said|joined|leads|would be happy)\b/;
/** Forms lose the space behind a name too: "SmithJob title". */
const gluedEnd = /(?<=\p{Ll})(?:Job|Email|E|Title|Tel|Telephone|Phone|Additional|Ward)$/u;

interface Word extends Span {
  raw: string;
  key: string;
}

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(capitalised)].map(({ 0: whole, 1: found = '', index }) =>
    wordAt(found.replace(gluedEnd, ''), index + whole.length - found.length),
  );

const wordAt = (raw: string, index: number): Word => ({
  raw,
  key: raw.toLowerCase().replace(/['\u2019]s$/, ''),
  start: index,
  end: index + raw.length,
});

/** ED is a department, Ed a person. */
const isWritten = ({ raw }: Word): boolean => /\p{Ll}/u.test(raw) || raw.length > 3;
const isFirst = (word: Word): boolean =>
  isWritten(word) &&
  (firstNames.has(word.key) || (word.key.includes('-') && firstNames.has(word.key.split('-')[0] ?? '')));

/** The word and the capitalised ones joined to it. */
function runFrom(text: string, words: readonly Word[], at: number): Word[] {
  const run = [words[at] as Word];
  for (const word of words.slice(at + 1, at + mostParts)) {
    const last = run.at(-1) as Word;
    const between = text.slice(last.end, word.start);
    if (!(last.raw.length === 1 ? jointOfInitial : joint).test(between) || /['\u2019]s$/.test(last.raw))
      break;
    run.push(word);
  }
  return run;
}

const isRole = (words: string): boolean =>
  words.split(/[^\p{L}]/u).some((one) => roles.has(one.toLowerCase()));

/** What a person does stands behind the name, after a sign or in the next line. */
function hasRole(text: string, end: number): boolean {
  const [, role = ''] =
    /^[ \ue000]?[\n,(:\u2013-]\s?((?:\p{L}+[ /-]){0,3}\p{L}+)/u.exec(text.slice(end, end + 60)) ?? [];
  return isRole(role);
}

/** "Jasmine Ward" is a place; "Michelle Ward, Programme Lead" and "contact Michelle Ward" are a person. */
function isAPlace(text: string, run: readonly Word[], isAsked: boolean): boolean {
  const named = run.findIndex(({ key }, at) => at > 0 && after.has(key));
  if (named > 1 && isAsked) return false;
  if (named > 0) return !(named === 1 && (isAsked || hasRole(text, run[1]?.end ?? 0)));
  const { end } = run.at(-1) as Word;
  const [, next = '', following = ''] = /^ (\p{Ll}+)(?: (\p{L}+))?/u.exec(text.slice(end, end + 40)) ?? [];
  return after.has(next) && !roles.has(following);
}

const isBody = (run: readonly Word[]): boolean => bodies.has(`${run[0]?.key} ${run[1]?.key}`);

/** The parts of the name that begins a run: initials, and surnames up to a word that is none. */
function nameOf([first, ...rest]: readonly Word[]): Word[] {
  const end = rest.findIndex(
    ({ key, raw }, at) =>
      (at > 0 && (roles.has(key) || (after.has(key) && at + 1 < rest.length))) ||
      (raw.length > 1 && notSurnames.has(key)),
  );
  return [first as Word, ...(end < 0 ? rest : rest.slice(0, end))];
}

function personAt(text: string, words: readonly Word[], at: number): Span | undefined {
  const word = words[at] as Word;
  if (!isFirst(word)) return undefined;
  const lead = text.slice(Math.max(0, word.start - 40), word.start);
  const [, previous = ''] = /(\p{L}+)\.?[\s\ue000]+$/u.exec(lead) ?? [];
  if (before.has(previous.toLowerCase())) return undefined;
  const next = text.slice(word.end, word.end + 30);
  const isAsked = asks.test(lead) || acts.test(next) || left.test(next);
  // "contactJane" and "NameJane" lost their space; the Donald of McDonald is nobody.
  if (/\p{L}$/u.test(lead) && !lead.endsWith('Name') && !/(?:^|[^\p{L}])\p{Ll}+$/u.test(lead))
    return undefined;
  const run = runFrom(text, words, at);
  if (isBody(run) || isAPlace(text, run, isAsked)) return undefined;
  const name = nameOf(run);
  const end = (name.at(-1) as Word).end;
  const hasSurname = name.some(({ raw }, part) => part > 0 && raw.length > 1);
  const isSure = alsoWords.has(word.key)
    ? hasSurname && (isAsked || hasRole(text, end))
    : hasSurname || isAsked;
  return isSure ? { start: word.start, end } : undefined;
}

/** Surnames that a title or a feed's own mark gives away. */
function surnames(text: string): Span[] {
  const behindTitles = [...text.matchAll(titled)].filter(({ index, 0: { length }, 1: name = '' }) => {
    const [, next = ''] = /^ (\p{L}+)/u.exec(text.slice(index + length, index + length + 30)) ?? [];
    return !bodies.has(`dr ${name.toLowerCase()}`) && !after.has(next.toLowerCase());
  });
  const small = [...text.matchAll(lowered)].filter(
    ({ 1: name = '' }) => firstNames.has(name) && !alsoWords.has(name),
  );
  return [...behindTitles, ...small, ...text.matchAll(leftOver), ...text.matchAll(glued)].map(
    ({ index, 0: { length } }) => ({
      start: index,
      end: index + length,
    }),
  );
}

/** Where people stand whose first name is a common one: with a surname anywhere, alone behind words such as "ask for". */
export function findPeople(text: string): Span[] {
  const words = wordsOf(text);
  const found: Span[] = surnames(text);
  for (let at = 0; at < words.length; at += 1) {
    const person = personAt(text, words, at);
    if (person === undefined) continue;
    found.push(person);
    while (at + 1 < words.length && (words[at + 1] as Word).start < person.end) at += 1;
  }
  return found;
}

/** The other places where those who were found are named by first name alone: "Jane will call you back". */
export function findAgain(text: string, spans: readonly Span[]): Span[] {
  const known = new Set<string>();
  for (const { start, end } of spans) {
    const [first] = wordsOf(text.slice(start, end));
    if (first && isFirst(first) && !alsoWords.has(first.key)) known.add(first.key);
  }
  if (known.size === 0) return [];
  const words = wordsOf(text);
  return words.filter((word, at) => {
    const lead =
      /(\p{L}+)\.?[\s\ue000]+$/u.exec(text.slice(Math.max(0, word.start - 20), word.start))?.[1] ?? '';
    return (
      known.has(word.key) &&
      !before.has(lead.toLowerCase()) &&
      !isAPlace(text, runFrom(text, words, at), false)
    );
  });
}
