import { FIT, FLOOR } from '../scoring/weights.js';
import { skillMeasure } from '../scoring/skill-measure.js';
import type { SkillBook } from '../skills/skill-book.js';
import { type AskedSkill, DRIVE } from './asked-skills.js';
import { worthCode } from './vacancy-code.js';

/** From this score on only core skills lead to a vacancy: the threshold of a person who said nothing about alerts. */
export const CORE_THRESHOLD = 50;
/** Half a point of rounding, and a little for sums of floats. */
export const ROUNDING = 0.5 + 1e-6;

interface Circumstances {
  readonly hasPlace: boolean;
  readonly hasPay: boolean;
}

/**
 * Marks the skills of which anybody must have one (or a near one) to reach a threshold: a prefix filter. The commonest
 * are left out as far as their points allow: they are what most people hold ("communication") and would make
 * candidates of half the world. For the floor that is so without a close occupation, whose own postings are read too;
 * for `CORE_THRESHOLD` with it as well.
 */
export function drivingSkills(
  asked: readonly AskedSkill[],
  book: SkillBook,
  { hasPlace, hasPay }: Circumstances,
): AskedSkill[] {
  const measure = skillMeasure(asked, book);
  const pointsOf = asked.map((one) => measure.pointsPerWeight * book.weight(one.skill, one.required));
  const circumstances = (hasPlace ? FIT.distance : 0) + (hasPay ? FIT.salary : 0) + ROUNDING;
  const drivesToFloor = drivers(asked, pointsOf, FLOOR - circumstances, book);
  const drivesHigh = drivers(asked, pointsOf, CORE_THRESHOLD - FIT.occupation - circumstances, book);
  const lead = rarestRequired(asked, book);
  return asked.map((one, at) => {
    const drive = drivesHigh[at] ? DRIVE.core : drivesToFloor[at] ? DRIVE.edge : DRIVE.none;
    return { ...one, drive: at === lead ? DRIVE.lead : drive, worth: worthCode(pointsOf[at]) };
  });
}

function drivers(
  asked: readonly AskedSkill[],
  points: readonly number[],
  fewest: number,
  book: SkillBook,
): boolean[] {
  const drives = asked.map(() => false);
  let spare = fewest;
  for (const at of commonestFirst(asked, book)) {
    spare -= points[at];
    drives[at] = spare <= 0;
  }
  return drives;
}

function commonestFirst(asked: readonly AskedSkill[], book: SkillBook): number[] {
  return asked.map((_, at) => at).toSorted((a, b) => book.idf[asked[a].skill] - book.idf[asked[b].skill]);
}

/** -1 where nothing is required. */
function rarestRequired(asked: readonly AskedSkill[], book: SkillBook): number {
  let rarest = -1;
  asked.forEach(({ skill, required }, at) => {
    if (required && (rarest < 0 || book.idf[skill] > book.idf[asked[rarest].skill])) rarest = at;
  });
  return rarest;
}
