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

/** So many characters, and the rest of the last word. */
function windowAfter(text: string, from: number): string {
  let end = Math.min(text.length, from + reach);
  while (end < text.length && /\p{L}/u.test(text[end] ?? '')) end += 1;
  return text.slice(from, end);
}

function tokensAfter(text: string, from: number): Token[] {
  const window = windowAfter(text, from);
  // "For informal visits contact:" is often a line of its own, with the name on the next one.
  const lead = /^[\s:\ue000-]*/.exec(window)?.[0].length ?? 0;
  const end = lead + (sentenceEnd.exec(window.slice(lead))?.index ?? window.length);
  const tokens = [...window.slice(0, end).matchAll(word)];
  return tokens.map((match) => ({
    raw: match[0],
    key: match[0].replaceAll(glued, '').toLowerCase(),
    start: from + match.index,
    end: from + match.index + match[0].length,
  }));
}

const isName = ({ raw, key }: Token): boolean =>
  /^\p{Lu}[\p{L}'\u2019-]*\p{Ll}/u.test(raw) && !notNames.has(key) && !fillers.has(key);
const isInitial = ({ raw }: Token): boolean => /^\p{Lu}$/u.test(raw);

/** Names stand together: nothing but a space, a full stop or an inline tag between their parts. */
function isJoined(text: string, left: Token, right: Token): boolean {
  return /^[\s\u00a0.\ue000]{1,12}$/.test(text.slice(left.end, right.start));
}

function nameAt(text: string, tokens: readonly Token[], at: number): Token[] {
  const name: Token[] = [];
  for (const token of tokens.slice(at)) {
    const last = name.at(-1);
    if (last && !isJoined(text, last, token)) break;
    if (!isName(token) && !(name.length > 0 && isInitial(token))) break;
    name.push(token);
    if (name.length === 4) break;
  }
  return name;
}

function titledAt(text: string, tokens: readonly Token[], at: number): Token[] {
  const title = tokens[at];
  if (!title || !titles.has(title.key) || !/^\p{Lu}/u.test(title.raw)) return [];
  const next = tokens[at + 1];
  const name = next && isJoined(text, title, next) ? nameAt(text, tokens, at + 1) : [];
  return name.length > 0 ? [title, ...name] : [];
}

function namesIn(text: string, tokens: readonly Token[]): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < tokens.length;) {
    const titled = titledAt(text, tokens, at);
    const name = titled.length > 0 ? titled : nameAt(text, tokens, at);
    const first = name[0];
    const last = name.at(-1);
    const next = tokens[at + name.length];
    const isPlace = last && next && placeWords.has(next.key) && isJoined(text, last, next);
    if (first && last && name.length > 1 && !isPlace) spans.push({ start: first.start, end: last.end });
    at += Math.max(1, name.length);
  }
  return spans;
}

/** Where the names of contacts stand: "contact Jane Smith", "call Dr Patel", up to 110 characters after such words. */
export function findContactNames(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(cue)) {
    spans.push(...namesIn(text, tokensAfter(text, match.index + match[0].length)));
  }
  return spans;
}
