// SOC 2020 and ISCO-08 were linked by hand in neither download, so the link is read from the job titles both list.
import { labelIndex } from '../label-index.js';
import { normaliseLabel } from '../normalise-label.js';
import type { CareerProfile, UnitGroup } from '../labour-market.js';
import type { Occupation } from '../taxonomy.types.js';
import { stemsOf } from '../model/stem-words.js';

export interface SocLinks {
  groups: readonly UnitGroup[];
  profiles: readonly CareerProfile[];
}

type Votes = Map<string, Map<string, number>>;

function vote(votes: Votes, key: string, code: string, points: number): void {
  const known = votes.get(key) ?? new Map<string, number>();
  known.set(code, (known.get(code) ?? 0) + points);
  votes.set(key, known);
}

const best = (votes: Map<string, number> | undefined): string | undefined =>
  [...(votes ?? [])].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0];

/** Words in common, by how rare they are: for occupations whose titles no unit group lists. */
function wordScorer(groups: readonly UnitGroup[]): (occupation: Occupation) => string | undefined {
  const texts = groups.map(
    (group) => new Set(stemsOf([group.title, ...group.titles, ...group.tasks].join(' '))),
  );
  const uses = new Map<string, number>();
  for (const text of texts) for (const stem of text) uses.set(stem, (uses.get(stem) ?? 0) + 1);
  const rarity = (stem: string): number => Math.log(groups.length / (uses.get(stem) ?? 1));
  return ({ label, altLabels }) => {
    const stems = new Set(stemsOf([label, ...altLabels].join(' ')));
    const points = new Map<string, number>();
    for (const [at, group] of groups.entries())
      for (const stem of stems)
        if (texts[at]?.has(stem)) points.set(group.code, (points.get(group.code) ?? 0) + rarity(stem));
    return best(points);
  };
}

/** Occupations by normalised label, every one that has it: a title may name several. */
function byAnyLabel(occupations: readonly Occupation[]): Map<string, Occupation[]> {
  const found = new Map<string, Occupation[]>();
  for (const one of occupations)
    for (const key of new Set([one.label, ...one.altLabels].map(normaliseLabel)))
      found.set(key, [...(found.get(key) ?? []), one]);
  return found;
}

/**
 * Gives each occupation its SOC 2020 unit group: the one that lists its title, else the one most linked to its ISCO
 * group, else the one that shares most words with it.
 */
export function linkToSoc(
  occupations: readonly Occupation[],
  { groups }: SocLinks,
  starter: readonly Occupation[],
): Occupation[] {
  if (groups.length === 0) return linkByStarter(occupations, starter);
  const labels = byAnyLabel(occupations);
  const direct: Votes = new Map();
  const byIsco: Votes = new Map();
  for (const { code, titles, title, isco08 } of groups) {
    for (const isco of isco08) vote(byIsco, isco, code, 5);
    for (const name of [title, ...titles])
      for (const one of labels.get(normaliseLabel(name)) ?? []) {
        vote(direct, one.id, code, one.label.toLowerCase() === name.toLowerCase() ? 3 : 1);
        vote(byIsco, one.isco08, code, 1);
      }
  }
  for (const { isco08, soc2020 } of starter) vote(byIsco, isco08, soc2020, 2);
  const byWords = wordScorer(groups);
  return occupations.map((one) => ({
    ...one,
    soc2020: best(direct.get(one.id)) ?? best(byIsco.get(one.isco08)) ?? byWords(one) ?? '',
  }));
}

/** Without a SOC file the codes of the starter occupations stand for their ISCO groups. */
function linkByStarter(occupations: readonly Occupation[], starter: readonly Occupation[]): Occupation[] {
  const byIsco: Votes = new Map();
  for (const { isco08, soc2020 } of starter) vote(byIsco, isco08, soc2020, 1);
  return occupations.map((one) => ({ ...one, soc2020: best(byIsco.get(one.isco08)) ?? '' }));
}

/** Each unit group with the ISCO groups that the linked occupations are in. */
export function withIsco(groups: readonly UnitGroup[], occupations: readonly Occupation[]): UnitGroup[] {
  const bySoc = Map.groupBy(occupations, ({ soc2020 }) => soc2020);
  return groups.map((group) => ({
    ...group,
    isco08: [...new Set([...group.isco08, ...(bySoc.get(group.code) ?? []).map(({ isco08 }) => isco08)])],
  }));
}

/** Job profiles by the id of the occupation they describe. */
export function profilesByOccupation(
  profiles: readonly CareerProfile[],
  occupations: readonly Occupation[],
): Map<string, CareerProfile[]> {
  const byLabel = labelIndex(occupations);
  const found = new Map<string, CareerProfile[]>();
  for (const profile of profiles) {
    const one = [profile.title, ...profile.titles].map(byLabel).find((other) => other !== undefined);
    if (one) found.set(one.id, [...(found.get(one.id) ?? []), profile]);
  }
  return found;
}
