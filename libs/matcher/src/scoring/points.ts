// Every formula of both scores, each part rounded to whole points, so that the parts are the sum.
import {
  DISTANCE_DECAY_PER_KM,
  FIT,
  OCCUPATION,
  PAY_AT_TOP,
  SKILLS_OF_FULL_CONFIDENCE,
  SKILLS_OF_FULL_FIT,
  WISH,
  WISH_AT_RADIUS,
} from './weights.js';

/** Weight that fills the part of the skills; both sums are over the asked skills. */
export function enoughOf(weight: number, idf: number, typicalIdf: number): number {
  return weight === 0 ? 0 : weight * Math.min(1, (SKILLS_OF_FULL_FIT * typicalIdf) / idf);
}

export function confidenceOf(idf: number, typicalIdf: number): number {
  return Math.min(1, idf / (SKILLS_OF_FULL_CONFIDENCE * typicalIdf));
}

/** 0 to 1: the weight of what is held over the weight that is enough, times the confidence that the list deserves. */
export function skillShare(held: number, enough: number, confidence: number): number {
  return enough === 0 ? 0 : confidence * Math.min(1, held / enough);
}

export function skillPoints(held: number, enough: number, confidence: number): number {
  return Math.round(FIT.skills * skillShare(held, enough, confidence));
}

export function wishSkillPoints(used: number, enough: number, confidence: number): number {
  return Math.round(WISH.skills * skillShare(used, enough, confidence));
}

/** How near two occupations are, the nearer the higher. */
export const CLOSENESS = { none: 0, minorGroup: 1, unitGroup: 2, same: 3, notStated: 4 } as const;

const OCCUPATION_SHARE = [0, OCCUPATION['minor-group'], OCCUPATION['unit-group'], OCCUPATION.same, 0];

export const OCCUPATION_POINTS = OCCUPATION_SHARE.map((share) => Math.round(FIT.occupation * share));
export const WISH_OCCUPATION_POINTS = OCCUPATION_SHARE.map((share) => Math.round(WISH.occupation * share));

/** How a vacancy reaches a person. A person near a nationwide vacancy is just near it. */
export const REACH = { none: 0, near: 1, remote: 2, nationwide: 3 } as const;

/** Remote and nationwide vacancies have no distance, so they get no points for a short one. */
export function distancePoints(reach: number, km: number): number {
  return reach === REACH.near ? Math.round(FIT.distance * Math.exp(-DISTANCE_DECAY_PER_KM * km)) : 0;
}

/** Remote work is a wish met in full; a place by how deep in the radius it lies; nationwide names no place. */
export function wishDistancePoints(
  isWantedRemote: boolean,
  reach: number,
  km: number,
  radiusKm: number,
): number {
  if (isWantedRemote) return WISH.distance;
  if (reach !== REACH.near) return 0;
  return Math.round(WISH.distance * (km === 0 ? 1 : 1 - (1 - WISH_AT_RADIUS) * (km / radiusKm)));
}

/** How what is stated answers a wish. `notStated` and `noWish` pass the filter and get no points. */
export const ANSWER = { notStated: 0, noWish: 1, meetsAtTop: 2, meets: 3 } as const;

const PAY_SHARE = [0, 0, PAY_AT_TOP, 1];

export const PAY_POINTS = PAY_SHARE.map((share) => Math.round(FIT.salary * share));
export const WISH_PAY_POINTS = PAY_SHARE.map((share) => Math.round(WISH.salary * share));

export function wishContractPoints(answer: number): number {
  return answer === ANSWER.meets ? WISH.contract : 0;
}

export function wishHoursPoints(answer: number): number {
  return answer === ANSWER.meets ? WISH.hours : 0;
}
