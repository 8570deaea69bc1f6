import type { Wording } from './qualification-words.js';

/** A level of the Regulated Qualifications Framework, of words [from, to). */
export interface LevelAt {
  level: number;
  to: number;
}

const numbers = new Map(
  [
    ['1', 'i', 'one'],
    ['2', 'ii', 'two'],
    ['3', 'iii', 'three'],
    ['4', 'iv', 'four'],
    ['5', 'v', 'five'],
    ['6', 'six'],
    ['7', 'seven'],
    ['8', 'eight'],
  ].flatMap((names, at) => names.map((name) => [name, at + 1] as const)),
);
const joiners = new Set(['or', 'and', 'to']);

/** The number at a word, of "2 or 3" and "2/3" the lower. */
export function numberAt(wording: Wording, at: number): LevelAt | undefined {
  const first = numbers.get(wording.key(at));
  if (first === undefined) return undefined;
  const next = joiners.has(wording.key(at + 1)) ? at + 2 : at + 1;
  const second = wording.isNew(next) ? undefined : numbers.get(wording.key(next));
  return second === undefined
    ? { level: first, to: at + 1 }
    : { level: Math.min(first, second), to: next + 1 };
}

const glued = /^(?:level|nvq|qcf)(\d)$/;

/** "Level 3", "levels 2 and 3", "level two", "Level3", "NVQ3". */
export function levelAt(wording: Wording, at: number): LevelAt | undefined {
  const key = wording.key(at);
  const digit = glued.exec(key)?.[1];
  if (digit !== undefined) return { level: Number(digit), to: at + 1 };
  return key === 'level' && !wording.isNew(at + 1) ? numberAt(wording, at + 1) : undefined;
}
