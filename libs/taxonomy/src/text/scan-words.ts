// Cuts text into words with their offsets. Hand-written: one pass over 5,000 characters has to stay near 0.1 ms.

/** What stands between a word and the one before it: 0 nothing much, 1 a comma or the like, 2 the end of a sentence. */
export type Gap = 0 | 1 | 2;

/** The gaps by name. */
export const gaps = { none: 0, phrase: 1, sentence: 2 } as const;

/** The greater of two gaps. */
export const widest = (one: Gap, other: Gap): Gap => (one > other ? one : other);

/** One word as written, at [start, end) of the text. */
export interface Word {
  raw: string;
  start: number;
  end: number;
  gap: Gap;
}

const wordCharacter = /[\p{L}\p{N}\p{M}]/u;
const phraseBreaks = new Set([',', ':', '(', ')', '[', ']', '|', '"', '\u201c', '\u201d', '\t']);
const sentenceBreaks = new Set(['\n', '\r', ';', '\u2022', '\u00b7', '\u25cf', '!', '?']);
const dashes = new Set(['-', '\u2013', '\u2014']);

function isWordAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  const isSecondHalf = code >= 0xdc00 && code <= 0xdfff;
  return (
    at < text.length &&
    wordCharacter.test(String.fromCodePoint(text.codePointAt(isSecondHalf ? at - 1 : at) ?? 32))
  );
}

const isSpaceAt = (text: string, at: number): boolean => at >= text.length || text.charCodeAt(at) <= 32;

function gapOf(text: string, at: number): Gap {
  const char = text[at] ?? '';
  if (sentenceBreaks.has(char)) return gaps.sentence;
  if (phraseBreaks.has(char)) return gaps.phrase;
  if (char === '.') return isSpaceAt(text, at + 1) ? gaps.sentence : gaps.none;
  return dashes.has(char) && isSpaceAt(text, at + 1) ? gaps.phrase : gaps.none;
}

/** ".NET" is a word of its own; any other full stop ends or joins words. */
function startsDotNet(text: string, at: number): boolean {
  if (text[at] !== '.' || (at > 0 && isWordAt(text, at - 1))) return false;
  return text.slice(at + 1, at + 4).toLowerCase() === 'net' && !isWordAt(text, at + 4);
}

function endOfWord(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length) {
    const apostrophe = text[at] === "'" || text[at] === '\u2019';
    if (!isWordAt(text, at) && !(apostrophe && isWordAt(text, at + 1))) break;
    at += 1;
  }
  return endOfSigns(text, at);
}

/** "C++" and "C#" keep their signs, "C+E" does not. */
function endOfSigns(text: string, end: number): number {
  let at = end;
  while (at < end + 2 && (text[at] === '+' || text[at] === '#')) at += 1;
  return isWordAt(text, at) ? end : at;
}

/** The words of a text, in order. */
export function scanWords(text: string): Word[] {
  const words: Word[] = [];
  let gap: Gap = gaps.sentence;
  for (let at = 0; at < text.length;) {
    if (text[at] === '&' && !/^&[a-z]{2,6};/i.test(text.slice(at, at + 8))) {
      words.push({ raw: '&', start: at, end: at + 1, gap });
      gap = gaps.none;
      at += 1;
    } else if (isWordAt(text, at) || startsDotNet(text, at)) {
      const end = endOfWord(text, at);
      words.push({ raw: text.slice(at, end), start: at, end, gap });
      gap = gaps.none;
      at = end;
    } else {
      gap = widest(gap, gapOf(text, at));
      at += 1;
    }
  }
  return words;
}
