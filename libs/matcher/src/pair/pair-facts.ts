import type { Closeness, Occupation } from './occupation.js';
import { closenessOf } from './occupation.js';
import type { OpenVacancy } from './open-vacancy.js';
import { type Reach, reachOf } from './reach.js';
import type { SeekingProfile } from './seeking-profile.js';
import { type SkillHits, holdsFirmly } from './skill-hit.js';
import { type Answer, type PayAnswer, contractAnswer, hoursAnswer, payAnswer } from './wish.js';

export interface OccupationFact {
  readonly closeness: Closeness | 'not-stated';
  /** The person's occupation that is nearest to the vacancy's. */
  readonly id: string | undefined;
}

/** Everything that is true of a pair, before anything of it is worth points. */
export interface PairFacts {
  readonly reach: Reach;
  readonly pay: PayAnswer;
  readonly contract: Answer;
  readonly hours: Answer;
  readonly occupation: OccupationFact;
  readonly skills: SkillHits;
}

/**
 * The facts of a pair, or undefined where a hard filter keeps it apart. That a pair must share a skill or an
 * occupation needs no look: one that shares neither has 20 points at most, and the floor is 30.
 */
export function pairFacts(
  vacancy: OpenVacancy,
  profile: SeekingProfile,
  skillHits: (vacancy: OpenVacancy, profile: SeekingProfile) => SkillHits,
): PairFacts | undefined {
  const pay = payAnswer(vacancy.pay, profile.minimumPay);
  const contract = contractAnswer(vacancy, profile);
  const hours = hoursAnswer(vacancy, profile);
  if (pay === undefined || contract === undefined || hours === undefined) return undefined;
  const reach = reachOf(vacancy, profile);
  if (reach === undefined) return undefined;
  const skills = skillHits(vacancy, profile);
  if (vacancy.asked.list.some((asked, at) => asked.mustHave && !holdsFirmly(skills[at]))) return undefined;
  const occupation = occupationFact(vacancy.occupation, profile.occupations);
  return { reach, pay, contract, hours, occupation, skills };
}

const RANK = { same: 3, 'unit-group': 2, 'minor-group': 1, none: 0 };

function occupationFact(asked: Occupation | undefined, wanted: readonly Occupation[]): OccupationFact {
  if (asked === undefined || wanted.length === 0) return { closeness: 'not-stated', id: undefined };
  let nearest: OccupationFact & { closeness: Closeness } = { closeness: 'none', id: undefined };
  for (const occupation of wanted) {
    const closeness = closenessOf(asked, occupation);
    if (RANK[closeness] > RANK[nearest.closeness]) nearest = { closeness, id: occupation.id };
  }
  return nearest;
}
