import type { AskedSkills } from '../pair/asked-skills.js';
import type { PairFacts } from '../pair/pair-facts.js';
import type { Reach } from '../pair/reach.js';
import type { SkillHits } from '../pair/skill-hit.js';
import type { PayAnswer } from '../pair/wish.js';
import { DISTANCE_DECAY_PER_KM, FIT, OCCUPATION, PAY_AT_TOP } from './weights.js';

/** Whole points of each part of `score`; their sum is the score. */
export interface FitPoints {
  readonly skills: number;
  readonly occupation: number;
  readonly distance: number;
  readonly salary: number;
}

export function fitPoints(asked: AskedSkills, facts: PairFacts): FitPoints {
  return {
    skills: Math.round(FIT.skills * skillShare(asked, facts.skills)),
    occupation: Math.round(FIT.occupation * occupationShare(facts)),
    distance: Math.round(FIT.distance * nearness(facts.reach)),
    salary: Math.round(FIT.salary * payShare(facts.pay)),
  };
}

export function fitScore(points: FitPoints): number {
  return points.skills + points.occupation + points.distance + points.salary;
}

/**
 * 0 to 1: the weight of what is held over the weight that is enough (idf x required 2 or desired 1), each asked
 * skill by the best held one (level x relation), times the confidence that the list deserves.
 */
export function skillShare({ list, enoughWeight, confidence }: AskedSkills, hits: SkillHits): number {
  if (enoughWeight === 0) return 0;
  let held = 0;
  list.forEach((asked, at) => {
    held += asked.weight * (hits[at]?.strength ?? 0);
  });
  return confidence * Math.min(1, held / enoughWeight);
}

export function occupationShare({ occupation: { closeness } }: PairFacts): number {
  return closeness === 'none' || closeness === 'not-stated' ? 0 : OCCUPATION[closeness];
}

/** Remote and nationwide vacancies have no distance, so they get no points for a short one. */
function nearness(reach: Reach): number {
  return reach.kind === 'near' ? Math.exp(-DISTANCE_DECAY_PER_KM * reach.km) : 0;
}

export function payShare(pay: PayAnswer): number {
  if (pay === 'meets') return 1;
  return pay === 'meets-at-top' ? PAY_AT_TOP : 0;
}
