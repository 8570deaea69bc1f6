// Finds people named as contacts. Careful: "contact the Recruitment Team" names nobody.
import { readData } from '../read-data.js';
import type { Span } from './visible-text.js';

const lists =
  readData<Record<'titles' | 'fillers' | 'notNames' | 'placeWords', string[]>>('contact-words.json');
const titles = new Set(lists.titles);
const fillers = new Set(lists.fillers);
const notNames = new Set(lists.notNames);
const placeWords = new Set(lists.placeWords);

const cue =
  /\b(?:contact(?:ing|s)?|call(?:ing)?|telephone|phone|ring|e-?mail(?:ing)?|speak(?:ing)? (?:to|with)|talk(?:ing)? to|get in touch with|enquiries to|enquiries|discuss(?:ion|ions)? with|conversation with|chat with|visits?|available from|addressed to|apply to|cv to|attention of|liaise with|interview panel|line manager|hiring manager|ward manager|manager is)\b/gi;
const word = /[\p{L}][\p{L}'\u2019-]*/gu;
const reach = 110;
const sentenceEnd = /[\n!?;]|\.(?=\s+\p{Lu}\p{Ll}+\s+\p{Ll})/u;

// Feeds lose the separators of forms: "NameJane SmithJob titleWard ManagerEmail".
const glued = /^Name-?(?=\p{Lu})|(?<=\p{Ll})(?:Email|Job|Additional|Telephone)$/gu;

interface Token extends Span {
  raw: string;
  key: string;
}

/** So many characters on, and the rest of the last word. */
function windowEnd(text: string, from: number): number {
  let end = Math.min(text.length, from + reach);
  while (end < text.length && /\p{L}/u.test(text[end] ?? '')) end += 1;
  return end;
}

function tokensAfter(text: string, from: number): Token[] {
  const window = text.slice(from, windowEnd(text, from));
  // "For informal visits contact:" is often a line of its own, with the name on the next one.
  const lead = /^[\s:\ue000-]*/.exec(window)?.[0].length ?? 0;
  const end = lead + (sentenceEnd.exec(window.slice(lead))?.index ?? window.length);
  return tokensIn(text, from, from + end);
}

function tokensIn(text: string, from: number, to: number): Token[] {
  return [...text.slice(from, to).matchAll(word)].map((match) => ({
    raw: match[0],
    key: match[0].replaceAll(glued, '').toLowerCase(),
    start: from + match.index,
    end: from + match.index + match[0].length,
  }));
}

const isName = ({ raw, key }: Token): boolean =>
  /^\p{Lu}[\p{L}'\u2019-]*\p{Ll}/u.test(raw) && !notNames.has(key) && !fillers.has(key);
const isInitial = ({ raw }: Token): boolean => /^\p{Lu}$/u.test(raw);

/** Small words inside surnames. */
const particles = new Set([
  'van',
  'von',
  'den',
  'der',
  'de',
  'la',
  'le',
  'el',
  'al',
  'bin',
  'ter',
  'dos',
  'da',
]);

/** Names stand together: nothing but a space, a full stop or an inline tag between their parts. */
function isJoined(text: string, left: Token, right: Token): boolean {
  return /^[\s\u00a0.\ue000]{1,12}$/.test(text.slice(left.end, right.start));
}

function nameAt(text: string, tokens: readonly Token[], at: number): Token[] {
  const name: Token[] = [];
  for (const token of tokens.slice(at)) {
    const last = name.at(-1);
    if (last && !isJoined(text, last, token)) break;
    if (!isName(token) && !(name.length > 0 && (isInitial(token) || particles.has(token.raw)))) break;
    name.push(token);
    if (name.length === 5) break;
  }
  return name;
}

/** "Mr I Bakri": behind a title a name may begin with initials, and any word is a name. */
function titledAt(text: string, tokens: readonly Token[], at: number): Token[] {
  const title = tokens[at];
  if (!title || !titles.has(title.key) || !/^\p{Lu}/u.test(title.raw)) return [];
  const name: Token[] = [];
  for (const token of tokens.slice(at + 1, at + 5)) {
    if (!isJoined(text, name.at(-1) ?? title, token) || !/^\p{Lu}/u.test(token.raw)) break;
    if (name.length >= 2 && !isName(token)) break;
    name.push(token);
  }
  return name.some(({ raw }) => raw.length > 1) ? [title, ...name] : [];
}

const roleAfter = /^\s+(?:manager|sister|matron|nurse|lead|leader|clerk|administrator)\b/i;

/** "Findlay Ward" is a place, "Sue Findlay ward manager" a person. */
function isPlaceName(text: string, last: Token, next: Token | undefined): boolean {
  if (!next || !placeWords.has(next.key) || !isJoined(text, last, next)) return false;
  return !roleAfter.test(text.slice(next.end, next.end + 20));
}

function namesIn(text: string, tokens: readonly Token[]): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < tokens.length;) {
    const titled = titledAt(text, tokens, at);
    const name = titled.length > 0 ? titled : nameAt(text, tokens, at);
    const first = name[0];
    const last = name.at(-1);
    const next = tokens[at + name.length];
    const isPlace = last !== undefined && titled.length === 0 && isPlaceName(text, last, next);
    if (first && last && name.length > 1 && !isPlace) spans.push({ start: first.start, end: last.end });
    at += Math.max(1, name.length);
  }
  return spans;
}

const placeholder = /\[(?:e-?mail|phone|telephone|name)(?: number)? removed\]?/gi;
const reachBefore = 100;
const cuedName =
  /\b(?:contact|call|e-?mail|with|to|or|and)\s+(\p{Lu}\p{Ll}+(?:\s\p{L}[\p{L}'\u2019-]+)?)\s*[-,(:\u2013]?\s*$/u;
const titledAnywhere = /\b(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor)\b/g;

/** Names that stand before an address or a number in its line: "Jane Smith - Ward Manager - 01234 …". */
function namesBefore(text: string, anchor: Span): Span[] {
  const own = text.lastIndexOf('\n', anchor.start - 1);
  // A number may have a line of its own below the name.
  const isAlone = text.slice(own + 1, anchor.start).trim() === '';
  const line = (isAlone ? text.lastIndexOf('\n', own - 1) : own) + 1;
  const from = Math.max(line, anchor.start - reachBefore);
  const before = text.slice(from, anchor.start);
  const [whole, cued] = cuedName.exec(before) ?? [];
  const [first = '', second] = cued?.split(/\s/) ?? [];
  const isNamed =
    first !== '' && !notNames.has(first.toLowerCase()) && !notNames.has(second?.toLowerCase() ?? '');
  const start = from + before.length - (whole?.length ?? 0) + (whole?.indexOf(cued ?? '') ?? 0);
  const named = cued !== undefined && isNamed ? [{ start, end: start + cued.length }] : [];
  return [...named, ...namesIn(text, tokensIn(text, from, anchor.start))];
}

/**
 * Where the names of contacts stand: "contact Jane Smith", "call Dr Patel", up to 110 characters after such words;
 * before addresses and numbers (`anchors`, and the placeholders feeds leave for them); and after Dr, Mr and the like.
 */
export function findContactNames(text: string, anchors: readonly Span[] = []): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(cue)) {
    spans.push(...namesIn(text, tokensAfter(text, match.index + match[0].length)));
  }
  for (const match of text.matchAll(titledAnywhere)) {
    const tokens = tokensIn(text, match.index, windowEnd(text, match.index));
    const [first, ...rest] = titledAt(text, tokens, 0);
    // "Dr Martens" alone may be a brand; "Mr I Bakri" is a person wherever he stands.
    if (first && rest.length > 1) spans.push({ start: first.start, end: rest.at(-1)?.end ?? first.end });
  }
  const left = [...text.matchAll(placeholder)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
  for (const anchor of [...anchors, ...left]) spans.push(...namesBefore(text, anchor));
  return spans;
}
