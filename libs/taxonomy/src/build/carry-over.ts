// Profiles and vacancies hold ids of the taxonomy that was there before: each is followed, or kept.
import type { TaxonomyContent } from '../built/taxonomy-files.js';
import { labelIndex } from '../label-index.js';
import type { TaxonomyData } from '../skill-data.js';
import type { FitReport } from './fit-report.js';

interface Labelled {
  id: string;
  label: string;
  altLabels: readonly string[];
}

/** The old ids that are no more, with the concept of the same name; those without one are handed back. */
function followed<T extends Labelled>(
  old: readonly T[],
  now: readonly Labelled[],
  known: ReadonlyMap<string, string>,
): { replaced: [string, string][]; orphans: T[] } {
  const ids = new Set(now.map(({ id }) => id));
  const byLabel = labelIndex(now);
  const replaced: [string, string][] = [];
  const orphans: T[] = [];
  for (const one of old) {
    if (ids.has(one.id) || known.has(one.id)) continue;
    const same = [one.label, ...one.altLabels].map(byLabel).find((other) => other !== undefined);
    if (same) replaced.push([one.id, same.id]);
    else orphans.push(one);
  }
  return { replaced, orphans };
}

/** Lets a new taxonomy stand for the old one: no id that was good before is unknown now. */
export function carryOver(
  content: TaxonomyContent,
  old: TaxonomyData | undefined,
  report: FitReport,
): TaxonomyContent {
  if (!old) return content;
  const skills = followed(old.skills, content.skills, content.replaced);
  const jobs = followed(old.occupations, content.occupations, content.replaced);
  for (const { id, label } of [...skills.orphans, ...jobs.orphans])
    report.note('a concept of the taxonomy before has no successor and was kept', `${label} ${id}`);
  const kept = new Set([...content.skills, ...skills.orphans].map(({ id }) => id));
  const only = (ids: readonly string[]) => ids.filter((id) => kept.has(id));
  return {
    ...content,
    skills: [
      ...content.skills,
      ...skills.orphans.map((one) => ({ ...one, broader: only(one.broader), related: only(one.related) })),
    ],
    occupations: [...content.occupations, ...jobs.orphans],
    replaced: new Map([...(old.replaced ?? []), ...skills.replaced, ...jobs.replaced, ...content.replaced]),
  };
}
