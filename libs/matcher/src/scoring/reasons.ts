// Packed facts as packed reasons of the contract: ids and numbers. Words are made where somebody reads them.
import type { Reason } from '@jobwire/contracts';
import type { Books } from '../rows/seeking-profile.js';
import { NEARNESS } from '../skills/strength.js';
import type { PackedFacts } from './packed-facts.js';
import { ANSWER, REACH } from './points.js';
import { FIT, WISH } from './weights.js';

interface Points {
  readonly points: number;
  readonly of: number;
}
type SkillsReason = Extract<Reason, { part: 'skills' }>;

const CLOSENESS_NAMES = ['none', 'minor-group', 'unit-group', 'same', 'not-stated'] as const;
const REACH_NAMES = ['near', 'near', 'remote', 'nationwide'] as const;
const ANSWER_NAMES = ['not-stated', 'no-wish', 'meets', 'meets'] as const;

/** Why the person fits the vacancy: their points add up to `score`. */
export function fitReasons(facts: PackedFacts, books: Books): Reason[] {
  const { skills, occupation, distance, salary } = facts.points;
  return [
    skillsReason({ points: skills, of: FIT.skills }, facts, books),
    occupationReason({ points: occupation, of: FIT.occupation }, facts, books),
    distanceReason({ points: distance, of: FIT.distance }, facts.reach, facts.miles),
    salaryReason({ points: salary, of: FIT.salary }, facts),
    ...passedForWantOfData(facts),
  ];
}

/** Why the vacancy fits the person's wishes: their points add up to `personScore`. */
export function wishReasons(facts: PackedFacts, books: Books): Reason[] {
  const { skills, occupation, distance, salary, contract, hours } = facts.wishPoints;
  // Who wants remote work got that wish, however near the office is.
  const reach = facts.isWantedRemote ? REACH.remote : facts.reach;
  return [
    skillsReason({ points: skills, of: WISH.skills }, facts, books),
    occupationReason({ points: occupation, of: WISH.occupation }, facts, books),
    distanceReason({ points: distance, of: WISH.distance }, reach, facts.miles),
    salaryReason({ points: salary, of: WISH.salary }, facts),
    { part: 'contract', points: contract, of: WISH.contract, reading: ANSWER_NAMES[facts.contract] },
    { part: 'hours', points: hours, of: WISH.hours, reading: ANSWER_NAMES[facts.hours] },
  ];
}

/** Contract and hours are filters here, worth nothing; where one was let through unknown, the reasons say so. */
function passedForWantOfData({ contract, hours }: PackedFacts): Reason[] {
  const nothing = { points: 0, of: 0, reading: 'not-stated' } as const;
  const reasons: Reason[] = [];
  if (contract === ANSWER.notStated) reasons.push({ part: 'contract', ...nothing });
  if (hours === ANSWER.notStated) reasons.push({ part: 'hours', ...nothing });
  return reasons;
}

function skillsReason(points: Points, facts: PackedFacts, { skills }: Books): SkillsReason {
  const reason: SkillsReason = { part: 'skills', ...points, matched: [], missing: [] };
  for (let n = 0; n < facts.skillCount; n++) {
    const { skill, required } = facts.askedSkill(n);
    const id = skills.names.nameOf(skill);
    const hit = facts.hit(n);
    if (hit === undefined) reason.missing.push({ id, required });
    else if (hit.nearness === 0) reason.matched.push({ id, required, relation: 'same' });
    else {
      const via = skills.names.nameOf(hit.via);
      reason.matched.push({ id, required, relation: NEARNESS[hit.nearness], via });
    }
  }
  return reason;
}

function occupationReason(
  points: Points,
  { closeness, occupation }: PackedFacts,
  { occupations }: Books,
): Reason {
  const id = occupation < 0 ? {} : { id: occupations.names.nameOf(occupation) };
  return { part: 'occupation', ...points, closeness: CLOSENESS_NAMES[closeness], ...id };
}

/**
 * Whole miles: fine enough to read, and too coarse to find somebody's home from the distances to several of an
 * employer's vacancies.
 */
function distanceReason(points: Points, reach: number, miles: number): Reason {
  const name = REACH_NAMES[reach];
  return { part: 'distance', ...points, reach: name, ...(reach === REACH.near && { miles }) };
}

function salaryReason(points: Points, { pay, yearly }: PackedFacts): Reason {
  return { part: 'salary', ...points, reading: ANSWER_NAMES[pay], ...(yearly !== undefined && { yearly }) };
}
