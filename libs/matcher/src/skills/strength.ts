// What a held skill is worth for an asked one, as one small number that grows with it.
import { LEVEL, RELATION, type SkillNearness } from '../scoring/weights.js';

/** Nearest first; the position is the code. */
export const NEARNESS: readonly SkillNearness[] = ['same', 'narrower', 'broader', 'related'];
const RELATIONS = NEARNESS.map((nearness) => RELATION[nearness]);
/** By level code: 0 not stated, then 1 to 4. */
const LEVELS = [LEVEL.notStated, LEVEL[1], LEVEL[2], LEVEL[3], LEVEL[4]];

export function levelCode(level: number | undefined): number {
  return level === 1 || level === 2 || level === 3 || level === 4 ? level : 0;
}

export function worthMore(code: number, than: number): boolean {
  return LEVELS[code] > LEVELS[than];
}

interface Strength {
  readonly level: number;
  readonly nearness: number;
  /** Level times relation, 0 to 1. */
  readonly strength: number;
}

const EVERY: readonly Strength[] = LEVELS.flatMap((worth, level) =>
  RELATIONS.map((relation, nearness) => ({ level, nearness, strength: worth * relation })),
);
/** Weakest first; of equal strength the nearer is the better. Equal in both: the same rank. */
const ORDERED = EVERY.toSorted((a, b) => a.strength - b.strength || b.nearness - a.nearness);

/** Rank by level code << 2 | nearness, from 1 on: 0 is nothing at all. */
export const RANK = new Uint8Array(32);
const strengths = [0];
const nearnesses = [-1];
for (const { level, nearness, strength } of ORDERED) {
  if (strengths.at(-1) !== strength || nearnesses.at(-1) !== nearness) {
    strengths.push(strength);
    nearnesses.push(nearness);
  }
  RANK[(level << 2) | nearness] = strengths.length - 1;
}

/** By rank. */
export const STRENGTH = Float64Array.from(strengths);
export const NEARNESS_OF = Int8Array.from(nearnesses);
/** What the relation alone is worth, by rank. */
export const WORTH = Float64Array.from(nearnesses, (nearness) => RELATIONS[nearness] ?? 0);

/** By nearness: the most that a skill so near can be worth, at any level. */
export const MOST_WORTH: readonly number[] = RELATIONS;

/** Of a skill << 2 | nearness: the narrower stands in for a must-have, a broader or related one does not. */
export function isFirm(near: number): boolean {
  return NEARNESS[near & 3] === 'narrower';
}

/** Every firm rank lies above every other: a beginner in something narrower is worth more than an expert in something broader. */
export const FIRM = nearnesses.findIndex((nearness) => nearness === 0 || nearness === 1);
