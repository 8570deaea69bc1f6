import type { ProfileState } from '@jobwire/contracts';
import { LEVEL } from '../scoring/weights.js';

export interface HeldSkill {
  readonly id: string;
  /** What the level is worth, 0 to 1. */
  readonly level: number;
}

/** Each skill once; of a skill named twice the better level counts. */
export function heldSkills(skills: ProfileState['skills']): readonly HeldSkill[] {
  const levels = new Map<string, number>();
  for (const { id, level } of skills) levels.set(id, Math.max(levels.get(id) ?? 0, levelFactor(level)));
  return [...levels].map(([id, level]) => ({ id, level }));
}

function levelFactor(level: number | undefined): number {
  return level === 1 || level === 2 || level === 3 || level === 4 ? LEVEL[level] : LEVEL.notStated;
}
