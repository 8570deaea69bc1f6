import { MOST_SUPPOSED, type Want, type WhatIfOptions } from '../match-engine.js';
import { FLOOR } from '../scoring/weights.js';
import type { SkillBook } from '../skills/skill-book.js';

/** What a search is after. */
export interface Ask {
  /** Least score. */
  readonly threshold: number;
  /** Only who has every required skill, itself or as something narrower. */
  readonly strict: boolean;
  /** Only so many, the best. */
  readonly best: number;
  /** Only some people, by row. */
  readonly takes?: ((profile: number) => boolean) | undefined;
}

export function askFor(want: Want = { mode: 'soft', threshold: FLOOR }, takes?: Ask['takes']): Ask {
  if (want.mode === 'strict') return { threshold: 0, strict: true, best: Infinity, takes };
  if (want.mode === 'soft')
    return { threshold: atLeastFloor(want.threshold), strict: false, best: Infinity, takes };
  return { threshold: FLOOR, strict: false, best: wholeCount('count', want.count), takes };
}

/** What a search for what-if is after. */
export interface Supposing {
  /** Skill numbers, each supposed by itself, at a level that is not stated; -1 for one of no use. */
  readonly skills: readonly number[];
  /** Undefined: the person's own. */
  readonly threshold: number | undefined;
  /** How many vacancies to name for each skill. */
  readonly best: number;
}

export function supposingOf(
  skillIds: readonly string[],
  { threshold, best = 3 }: WhatIfOptions,
  book: SkillBook,
): Supposing {
  if (skillIds.length > MOST_SUPPOSED)
    throw new RangeError(`skillIds: ${skillIds.length} are too many, ask for ${MOST_SUPPOSED} at once.`);
  return {
    skills: skillIds.map((id) => book.suppose(id)),
    threshold: threshold === undefined ? undefined : atLeastFloor(threshold),
    best: wholeCount('best', best),
  };
}

/** One above every score. */
const NEVER = 101;

/** Scores are whole, so a threshold may be. */
function atLeastFloor(threshold: number): number {
  if (Number.isNaN(threshold)) throw new RangeError('threshold: give a number from 0 to 100.');
  return Math.min(NEVER, Math.max(FLOOR, Math.ceil(threshold)));
}

function wholeCount(field: string, count: number): number {
  if (Number.isInteger(count) && count >= 0) return count;
  throw new RangeError(`${field}: give a whole number from 0 on, not ${count}.`);
}
