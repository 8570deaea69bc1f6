import type { IdfTable, SkillRecord } from '../skill-data.js';
import type { Occupation } from '../taxonomy.types.js';

const [least, most] = [0.3, 8.2];

/**
 * How rare skills are. What was counted in adverts stands; the rest follows from the share of occupations that need a
 * skill (an optional one counts half), which is all that a download tells: ln(n / needs).
 */
export function idfOf(
  skills: readonly SkillRecord[],
  occupations: readonly Occupation[],
  counted: IdfTable,
  replaced: ReadonlyMap<string, string>,
): IdfTable {
  const needs = new Map<string, number>();
  const add = (id: string, points: number) => needs.set(id, (needs.get(id) ?? 0) + points);
  for (const { essential, optional } of occupations) {
    for (const id of essential) add(id, 1);
    for (const id of optional) add(id, 0.5);
  }
  const measured = new Map(Object.entries(counted.skills).map(([id, idf]) => [replaced.get(id) ?? id, idf]));
  const rarity = (id: string): number => {
    const idf = Math.log((occupations.length + 1) / ((needs.get(id) ?? 0) + 0.5));
    return Math.round(Math.min(most, Math.max(least, idf)) * 1000) / 1000;
  };
  return {
    unseen: counted.unseen,
    unknownLabel: counted.unknownLabel,
    skills: Object.fromEntries(skills.map(({ id }) => [id, measured.get(id) ?? rarity(id)])),
  };
}
