import type { Reason } from '@jobwire/contracts';
import type { AskedSkill, AskedSkills } from '../pair/asked-skills.js';
import type { Pay } from '../pair/open-vacancy.js';
import type { OccupationFact } from '../pair/pair-facts.js';
import { KM_PER_MILE } from '../pair/place.js';
import type { Reach } from '../pair/reach.js';
import type { SkillHit, SkillHits } from '../pair/skill-hit.js';
import type { PayAnswer } from '../pair/wish.js';

interface Points {
  readonly points: number;
  readonly of: number;
}
type SkillsReason = Extract<Reason, { part: 'skills' }>;

export function skillsReason(points: Points, { list }: AskedSkills, hits: SkillHits): SkillsReason {
  const reason: SkillsReason = { part: 'skills', ...points, matched: [], missing: [] };
  list.forEach((asked, at) => {
    const hit = hits[at];
    if (hit === undefined) reason.missing.push({ id: asked.id, required: asked.required });
    else reason.matched.push(matchedSkill(asked, hit));
  });
  return reason;
}

function matchedSkill({ id, required }: AskedSkill, { nearness, via }: SkillHit) {
  return nearness === 'same'
    ? { id, required, relation: nearness }
    : { id, required, relation: nearness, via };
}

export function occupationReason(points: Points, { closeness, id }: OccupationFact): Reason {
  return { part: 'occupation', ...points, closeness, ...(id !== undefined && { id }) };
}

/**
 * Whole miles: fine enough to read, and too coarse to find somebody's home from the distances to several of an
 * employer's vacancies.
 */
export function distanceReason(points: Points, reach: Reach): Reason {
  if (reach.kind !== 'near') return { part: 'distance', ...points, reach: reach.kind };
  return { part: 'distance', ...points, reach: 'near', miles: Math.round(reach.km / KM_PER_MILE) };
}

export function salaryReason(points: Points, answer: PayAnswer, pay: Pay | undefined): Reason {
  const reading = answer === 'meets-at-top' ? 'meets' : answer;
  return { part: 'salary', ...points, reading, ...(pay && { yearly: Math.round(pay.top) }) };
}
