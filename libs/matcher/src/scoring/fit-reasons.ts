import type { Reason } from '@jobwire/contracts';
import type { OpenVacancy } from '../pair/open-vacancy.js';
import type { PairFacts } from '../pair/pair-facts.js';
import { fitPoints } from './fit-points.js';
import { distanceReason, occupationReason, salaryReason, skillsReason } from './part-reasons.js';
import { FIT } from './weights.js';

/** Why the person fits the vacancy: packed reasons whose points add up to `score`. */
export function fitReasons(vacancy: OpenVacancy, facts: PairFacts): Reason[] {
  const points = fitPoints(vacancy.asked, facts);
  return [
    skillsReason({ points: points.skills, of: FIT.skills }, vacancy.asked, facts.skills),
    occupationReason({ points: points.occupation, of: FIT.occupation }, facts.occupation),
    distanceReason({ points: points.distance, of: FIT.distance }, facts.reach),
    salaryReason({ points: points.salary, of: FIT.salary }, facts.pay, vacancy.pay),
    ...passedForWantOfData(facts),
  ];
}

/** Contract and hours are filters here, worth nothing; where one was let through unknown, the reasons say so. */
function passedForWantOfData({ contract, hours }: PairFacts): Reason[] {
  const nothing = { points: 0, of: 0, reading: 'not-stated' } as const;
  const reasons: Reason[] = [];
  if (contract === 'not-stated') reasons.push({ part: 'contract', ...nothing });
  if (hours === 'not-stated') reasons.push({ part: 'hours', ...nothing });
  return reasons;
}
