import { RELATION, type SkillNearness } from '../scoring/weights.js';

/** What a person has for one asked skill. */
export interface SkillHit {
  readonly nearness: SkillNearness;
  /** Id of the skill that is held. */
  readonly via: string;
  /** Level times relation, 0 to 1. */
  readonly strength: number;
}

/** For each asked skill, in their order, the best that the person has; undefined where there is nothing. */
export type SkillHits = readonly (SkillHit | undefined)[];

const NEAREST_FIRST: readonly SkillNearness[] = ['same', 'narrower', 'broader', 'related'];

export function skillHit(via: string, nearness: SkillNearness, level: number): SkillHit {
  return { nearness, via, strength: level * RELATION[nearness] };
}

/** The stronger one; of equals the nearer, then the one with the smaller id, so that no order of arrival shows. */
export function better(a: SkillHit | undefined, b: SkillHit): SkillHit {
  if (a === undefined || b.strength > a.strength) return b;
  if (b.strength < a.strength) return a;
  const nearer = NEAREST_FIRST.indexOf(b.nearness) - NEAREST_FIRST.indexOf(a.nearness);
  return nearer < 0 || (nearer === 0 && b.via < a.via) ? b : a;
}

/** A narrower skill stands in for a must-have, a broader or related one does not. */
export function holdsFirmly(hit: SkillHit | undefined): boolean {
  return hit?.nearness === 'same' || hit?.nearness === 'narrower';
}
