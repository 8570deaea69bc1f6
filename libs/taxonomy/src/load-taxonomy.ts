import { skillFinder } from './find-skills.js';
import { labelIndex } from './label-index.js';
import { titleMatcher } from './match-title.js';
import { normaliseLabel } from './normalise-label.js';
import { readTaxonomyData, type IdfTable, type TaxonomyData } from './skill-data.js';
import { relationsOf } from './skill-relations.js';
import { suggester } from './suggest-labels.js';
import { typicalIdf } from './typical-idf.js';
import type { Occupation, ResolvedSkill, Skill, Taxonomy } from './taxonomy.types.js';

const skillPrefix = 'skill:';
const labelPrefix = 'label:';
const longestLabel = 120;

const tidy = (text: string): string =>
  text
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, longestLabel)
    .trim();

function unknownSkill(text: string): ResolvedSkill | undefined {
  const key = normaliseLabel(text);
  return key === '' ? undefined : { id: `${labelPrefix}${key}`, label: tidy(text), known: false };
}

/** Indexes are built when first asked for: a process that only resolves labels never pays for the others. */
function lazily<A extends unknown[], R>(build: () => (...args: A) => R): (...args: A) => R {
  let built: ((...args: A) => R) | undefined;
  return (...args) => (built ??= build())(...args);
}

type ById = ReadonlyMap<string, Skill>;
type ByLabel = (label: string) => Skill | undefined;

function resolver(byId: ById, byLabel: ByLabel): Taxonomy['resolveSkill'] {
  return (labelOrId) => {
    const text = labelOrId.trim();
    if (text.startsWith(labelPrefix)) return unknownSkill(text.slice(labelPrefix.length));
    const skill = text.startsWith(skillPrefix) ? byId.get(text) : byLabel(text);
    if (skill) return { id: skill.id, label: skill.label, known: true };
    return text.startsWith(skillPrefix) ? undefined : unknownSkill(text);
  };
}

function idfReader(table: IdfTable): Taxonomy['idf'] {
  const known = new Map(Object.entries(table.skills));
  return (id) => known.get(id) ?? (id.startsWith(labelPrefix) ? table.unknownLabel : table.unseen);
}

function byCode(occupations: readonly Occupation[]): Map<string, Occupation[]> {
  const codes = new Map<string, Occupation[]>();
  for (const one of occupations) {
    for (const code of new Set([one.soc2020, one.isco08])) codes.set(code, [...(codes.get(code) ?? []), one]);
  }
  return codes;
}

function occupationResolver(occupations: readonly Occupation[]): Taxonomy['resolveOccupation'] {
  const ids = new Map(occupations.map((one) => [one.id, one]));
  const codes = byCode(occupations);
  const labels = lazily(() => labelIndex(occupations));
  return (text) => {
    const ofCode = codes.get(text.trim());
    if (ofCode) return ofCode.length === 1 ? ofCode[0] : undefined;
    return ids.get(text.trim()) ?? labels(text);
  };
}

/** Builds the taxonomy from its data; `loadTaxonomy` gives the shipped one. */
export function taxonomyOf(data: TaxonomyData): Taxonomy {
  const { skills, occupations } = data;
  const byId = new Map<string, Skill>(skills.map((skill) => [skill.id, skill]));
  const relations = lazily(() => {
    const all = relationsOf(skills);
    return (id: string) => all.get(id) ?? [];
  });
  const occupationIds = new Map(occupations.map((one) => [one.id, one]));
  return {
    version: data.version,
    skill: (id) => byId.get(id),
    resolveSkill: resolver(
      byId,
      lazily(() => labelIndex(skills)),
    ),
    labelOf: (id) => byId.get(id)?.label ?? id.replace(labelPrefix, ''),
    suggestSkills: suggester(skills),
    findSkills: lazily(() => skillFinder(skills, data.rules)),
    idf: idfReader(data.idf),
    typicalIdf: typicalIdf(Object.values(data.idf.skills)),
    relations,
    occupation: (id) => occupationIds.get(id),
    resolveOccupation: occupationResolver(occupations),
    occupationOfTitle: lazily(() => titleMatcher(occupations)),
    suggestOccupations: suggester(occupations),
    occupations: () => occupations,
    skills: () => skills,
  };
}

let shipped: Taxonomy | undefined;

/** The shipped starter taxonomy. Read once (some 30 ms; each index some 50 ms more at its first use), then the same object. */
export function loadTaxonomy(): Taxonomy {
  shipped ??= taxonomyOf(readTaxonomyData());
  return shipped;
}
