import type { AskedSkill } from '../pair/asked-skills.js';
import type { OpenVacancy } from '../pair/open-vacancy.js';
import { FIT, FLOOR } from '../scoring/weights.js';

/**
 * The asked skills of which anybody must have one (or a near one) to reach the floor without a close occupation:
 * a prefix filter with the floor as its fixed threshold. The commonest are left out as far as their weight allows:
 * they are what most people hold ("communication") and would make candidates of half the world.
 */
export function drivingSkills(vacancy: OpenVacancy): readonly AskedSkill[] {
  const { list, enoughWeight, confidence } = vacancy.asked;
  if (enoughWeight === 0) return list;
  const pointsPerWeight = (FIT.skills * confidence) / enoughWeight;
  let spare = fewestSkillPoints(vacancy) / pointsPerWeight;
  return commonestFirst(list).filter(({ weight }) => {
    spare -= weight;
    return spare <= 0;
  });
}

/** Skill points below which nobody reaches the floor. Half a point of rounding, and a little for float sums. */
function fewestSkillPoints(vacancy: OpenVacancy): number {
  const distance = vacancy.place === undefined ? 0 : FIT.distance;
  const salary = vacancy.pay === undefined ? 0 : FIT.salary;
  return FLOOR - distance - salary - 0.5 - 1e-6;
}

function commonestFirst(list: readonly AskedSkill[]): AskedSkill[] {
  return list.toSorted((a, b) => a.idf - b.idf);
}
