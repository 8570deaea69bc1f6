import type { Match } from '@jobwire/contracts';
import type { PairMatch } from '../match-engine.js';
import { fitPoints, fitScore } from '../scoring/fit-points.js';
import { fitReasons } from '../scoring/fit-reasons.js';
import { FLOOR } from '../scoring/weights.js';
import { wishPoints, wishScore } from '../scoring/wish-points.js';
import { wishReasons } from '../scoring/wish-reasons.js';
import type { OpenVacancy } from './open-vacancy.js';
import { type PairFacts, pairFacts } from './pair-facts.js';
import type { SeekingProfile } from './seeking-profile.js';
import type { SkillHits } from './skill-hit.js';

/** How a direction of the search finds what a person has for each asked skill. */
export type SkillLens = (vacancy: OpenVacancy, profile: SeekingProfile) => SkillHits;

/** Decides a candidate exactly. Undefined where the pair is in no set. */
export function judgePair(
  vacancy: OpenVacancy,
  profile: SeekingProfile,
  lens: SkillLens,
): PairMatch | undefined {
  const facts = pairFacts(vacancy, profile, lens);
  if (facts === undefined) return undefined;
  const score = fitScore(fitPoints(vacancy.asked, facts));
  return score < FLOOR ? undefined : pairMatch(vacancy, profile, facts, score);
}

function pairMatch(
  vacancy: OpenVacancy,
  profile: SeekingProfile,
  facts: PairFacts,
  score: number,
): PairMatch {
  const packed = {
    profileId: profile.id,
    profileRevision: profile.revision,
    vacancyId: vacancy.id,
    vacancyRevision: vacancy.revision,
    score,
    personScore: wishScore(wishPoints(vacancy, profile, facts)),
    alert: score >= profile.alertThreshold,
    visible: profile.visible && !profile.hideFrom.has(vacancy.employerId),
  };
  const toMatch = (): Match => ({
    ...packed,
    reasons: fitReasons(vacancy, facts),
    personReasons: wishReasons(vacancy, profile, facts),
  });
  return { ...packed, partition: profile.partition, toMatch };
}
