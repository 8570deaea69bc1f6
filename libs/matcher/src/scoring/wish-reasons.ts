import type { Reason } from '@jobwire/contracts';
import type { OpenVacancy } from '../pair/open-vacancy.js';
import type { PairFacts } from '../pair/pair-facts.js';
import type { Reach } from '../pair/reach.js';
import type { SeekingProfile } from '../pair/seeking-profile.js';
import { distanceReason, occupationReason, salaryReason, skillsReason } from './part-reasons.js';
import { wishPoints } from './wish-points.js';
import { WISH } from './weights.js';

/** Why the vacancy fits the person's wishes: packed reasons whose points add up to `personScore`. */
export function wishReasons(vacancy: OpenVacancy, profile: SeekingProfile, facts: PairFacts): Reason[] {
  const points = wishPoints(vacancy, profile, facts);
  return [
    skillsReason({ points: points.skills, of: WISH.skills }, vacancy.asked, facts.skills),
    occupationReason({ points: points.occupation, of: WISH.occupation }, facts.occupation),
    distanceReason(
      { points: points.distance, of: WISH.distance },
      wishedReach(vacancy, profile, facts.reach),
    ),
    salaryReason({ points: points.salary, of: WISH.salary }, facts.pay, vacancy.pay),
    { part: 'contract', points: points.contract, of: WISH.contract, reading: facts.contract },
    { part: 'hours', points: points.hours, of: WISH.hours, reading: facts.hours },
  ];
}

/** Who wants remote work got that wish, however near the office is. */
function wishedReach(vacancy: OpenVacancy, profile: SeekingProfile, reach: Reach): Reach {
  return vacancy.fullyRemote && profile.remote ? { kind: 'remote' } : reach;
}
