import type { AskedSkills } from '../pair/asked-skills.js';
import type { OpenVacancy } from '../pair/open-vacancy.js';
import type { PairFacts } from '../pair/pair-facts.js';
import type { Reach } from '../pair/reach.js';
import type { SeekingProfile } from '../pair/seeking-profile.js';
import type { SkillHits } from '../pair/skill-hit.js';
import type { Answer } from '../pair/wish.js';
import { occupationShare, payShare } from './fit-points.js';
import { RELATION, WISH, WISH_AT_RADIUS } from './weights.js';

/** Whole points of each part of `personScore`; their sum is the score. */
export interface WishPoints {
  readonly skills: number;
  readonly occupation: number;
  readonly distance: number;
  readonly salary: number;
  readonly contract: number;
  readonly hours: number;
}

export function wishPoints(vacancy: OpenVacancy, profile: SeekingProfile, facts: PairFacts): WishPoints {
  return {
    skills: Math.round(WISH.skills * usedShare(vacancy.asked, facts.skills)),
    occupation: Math.round(WISH.occupation * occupationShare(facts)),
    distance: Math.round(WISH.distance * placeShare(vacancy, profile, facts.reach)),
    salary: Math.round(WISH.salary * payShare(facts.pay)),
    contract: answerPoints(WISH.contract, facts.contract),
    hours: answerPoints(WISH.hours, facts.hours),
  };
}

export function wishScore(points: WishPoints): number {
  return points.skills + points.occupation + points.distance + points.salary + points.contract + points.hours;
}

/** 0 to 1: how much of the work uses what the person can do. A level is no wish, so only the relation counts. */
function usedShare({ list, enoughWeight, confidence }: AskedSkills, hits: SkillHits): number {
  if (enoughWeight === 0) return 0;
  let used = 0;
  list.forEach((asked, at) => {
    const hit = hits[at];
    if (hit !== undefined) used += asked.weight * RELATION[hit.nearness];
  });
  return confidence * Math.min(1, used / enoughWeight);
}

/** Remote work is a wish met in full; a place by how deep in the radius it lies; nationwide names no place. */
function placeShare(vacancy: OpenVacancy, profile: SeekingProfile, reach: Reach): number {
  if (vacancy.fullyRemote && profile.remote) return 1;
  if (reach.kind !== 'near') return 0;
  return reach.km === 0 ? 1 : 1 - (1 - WISH_AT_RADIUS) * (reach.km / profile.radiusKm);
}

function answerPoints(of: number, answer: Answer): number {
  return answer === 'meets' ? of : 0;
}
