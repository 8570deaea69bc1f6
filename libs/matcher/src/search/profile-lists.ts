// Which lists of vacancies a person reads.
import { drivenKey, groupKey } from '../postings/keys.js';
import { DRIVE } from '../rows/asked-skills.js';
import { CORE_THRESHOLD } from '../rows/driving-skills.js';
import { CLOSENESS, OCCUPATION_POINTS } from '../scoring/points.js';
import { FIT, FLOOR } from '../scoring/weights.js';
import type { Market } from './market.js';

/** Lists of vacancies that ask for a skill which the person can answer. */
export function skillKeys(skill: number, strict: boolean, threshold: number): number[] {
  const lead = drivenKey(skill, DRIVE.lead);
  if (strict) return [lead];
  const core = drivenKey(skill, DRIVE.core);
  return threshold >= CORE_THRESHOLD ? [lead, core] : [lead, core, drivenKey(skill, DRIVE.edge)];
}

/**
 * What is left out of the lists that `skillKeys` names is worth fewer points than this, less all that place and pay
 * could give: see driving-skills.ts.
 */
export function undrivenPoints(threshold: number): number {
  return threshold >= CORE_THRESHOLD ? CORE_THRESHOLD - FIT.occupation : FLOOR;
}

/**
 * Lists of vacancies by occupation. Driving skills miss nobody who comes to the floor without a close occupation; so
 * they miss nobody either who comes to a threshold that lies above the floor by what the occupation is worth.
 */
export function groupKeys({ books, profiles }: Market, profile: number, threshold: number): number[] {
  const { words, from, count } = profiles.occupations(profile);
  const own = new Set<number>();
  const near = new Set<number>();
  for (let at = from; at < from + count; at++) {
    own.add(books.occupations.group(words[at]));
    for (const group of books.occupations.groupsNear(words[at])) near.add(group);
  }
  if (threshold - OCCUPATION_POINTS[CLOSENESS.minorGroup] < FLOOR) return [...near].map(groupKey);
  return threshold - OCCUPATION_POINTS[CLOSENESS.same] < FLOOR ? [...own].map(groupKey) : [];
}
