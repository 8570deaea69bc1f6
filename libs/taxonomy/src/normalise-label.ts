import { readData } from './read-data.js';
import { foldWord } from './text/fold-word.js';
import { scanWords } from './text/scan-words.js';

const glued = new Map(Object.entries(readData<{ glued: Record<string, string> }>('spellings.json').glued));
const longestInput = 300;
const longestLabel = 80;
const bracketed = /\s*[([{][^()[\]{}]*[)\]}]\s*$/;
const level =
  /(?:\s+[-\u2013\u2014]\s*|\s*[:,|/]\s*)(advanced|intermediate|basic|beginner|expert|primary|secondary|proficient|fluent|native|essential|desirable|required|preferred|\d+\+?\s*(years?|yrs?)( experience)?)\s*$/i;

function withoutRemarks(text: string): string {
  let left = text;
  for (;;) {
    const next = left.replace(bracketed, '').replace(level, '');
    if (next === left || next.trim() === '') return left;
    left = next;
  }
}

function bounded(words: readonly string[]): string[] {
  const kept: string[] = [];
  let length = -1;
  for (const word of words) {
    length += word.length + 1;
    if (length > longestLabel) break;
    kept.push(word);
  }
  return kept;
}

const foldSpelling = (raw: string): string => {
  const word = foldWord(raw);
  return glued.get(word) ?? word;
};

/** "node js" is Node; "js" alone is JavaScript's. */
function withoutJs(words: string[]): string[] {
  let end = words.length;
  while (end > 1 && words[end - 1] === 'js') end -= 1;
  return words.slice(0, end);
}

/**
 * The form in which labels are compared. "Node", "node.js" and "NodeJS (advanced)" are one; "C", "C++", "C#" and
 * ".NET" stay apart; accents and American spellings are folded. Idempotent, at most 80 characters, '' when nothing
 * but signs was typed.
 */
export function normaliseLabel(text: string): string {
  const words = scanWords(withoutRemarks(text.slice(0, longestInput).normalize('NFKC'))).map((word) =>
    foldSpelling(word.raw),
  );
  return withoutJs(bounded(words.filter((word) => word !== ''))).join(' ');
}

/** As `normaliseLabel`, for keeping: most labels are in that form already, and one string costs half of two. */
export function normalisedLabel(label: string): string {
  const key = normaliseLabel(label);
  return key === label ? label : key;
}
