import { skillFinder } from './find-skills.js';
import { labelIndex } from './label-index.js';
import type { LabourMarket } from './labour-market.js';
import { trainedSkills, type TrainedSkills } from './model/trained-skills.js';
import { lazily, once } from './lazily.js';
import { normaliseLabel } from './normalise-label.js';
import { softenSubjects } from './qualification/soften-subjects.js';
import { readTaxonomyData, type IdfTable, type TaxonomyData } from './skill-data.js';
import { relationsOf } from './skill-relations.js';
import { suggester } from './suggest-labels.js';
import { readTaxonomy } from './built/taxonomy-files.js';
import { TrainedFiles, type SharedTables } from './built/trained-files.js';
import { titleAnswers, type TrainedTitles } from './title-answers.js';
import { typicalIdf } from './typical-idf.js';
import type { ResolvedSkill, Skill, Taxonomy } from './taxonomy.types.js';

const idShape = /^(?:skill:|https?:\/\/)/;
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

type ById = (id: string) => Skill | undefined;
type ByLabel = (label: string) => Skill | undefined;

function resolver(byId: ById, byLabel: ByLabel): Taxonomy['resolveSkill'] {
  return (labelOrId) => {
    const text = labelOrId.trim();
    if (text.startsWith(labelPrefix)) return unknownSkill(text.slice(labelPrefix.length));
    const isId = idShape.test(text);
    const skill = isId ? byId(text) : byLabel(text);
    if (skill) return { id: skill.id, label: skill.label, known: true };
    return isId ? undefined : unknownSkill(text);
  };
}

function idfReader(table: IdfTable): Taxonomy['idf'] {
  const known = new Map(Object.entries(table.skills));
  return (id) => known.get(id) ?? (id.startsWith(labelPrefix) ? table.unknownLabel : table.unseen);
}

const mostSteps = 20;

/** Follows replaced ids, however often; a circle ends. */
function follower(replaced: ReadonlyMap<string, string>): (id: string) => string {
  return (id) => {
    let current = id;
    for (let step = 0; step < mostSteps; step += 1) {
      const next = replaced.get(current);
      if (next === undefined) break;
      current = next;
    }
    return current;
  };
}

/** What a built taxonomy adds to its data: ways of reading that were trained, and the labour market. */
export interface TrainedParts {
  skills?: () => TrainedSkills;
  titles?: TrainedTitles;
  market?: () => LabourMarket;
}

/** Builds the taxonomy from its data; `loadTaxonomy` gives the shipped one. */
export function taxonomyOf(data: TaxonomyData, trained: TrainedParts = {}): Taxonomy {
  const { skills, occupations } = data;
  const current = follower(data.replaced ?? new Map());
  const skillIds = new Map<string, Skill>(skills.map((skill) => [skill.id, skill]));
  const byId: ById = (id) => skillIds.get(id) ?? skillIds.get(current(id));
  const relations = lazily(() => {
    const all = relationsOf(skills);
    return (id: string) => all.get(current(id)) ?? [];
  });
  const occupationIds = new Map(occupations.map((one) => [one.id, one]));
  const occupation = (id: string) => occupationIds.get(id) ?? occupationIds.get(current(id));
  const idf = idfReader(data.idf);
  const skillReading = once(trained.skills ?? (() => byName(data)));
  return {
    version: data.version,
    currentId: current,
    skill: byId,
    resolveSkill: resolver(
      byId,
      lazily(() => labelIndex(skills)),
    ),
    labelOf: (id) => byId(id)?.label ?? id.replace(labelPrefix, ''),
    suggestSkills: suggester(skills),
    findSkills: lazily(() => {
      const { find } = skillReading();
      return (text, about, among) => softenSubjects(text, find(text, about, among), byId);
    }),
    rankSkills: lazily(() => skillReading().rank),
    idf: (id) => idf(current(id)),
    typicalIdf: typicalIdf(Object.values(data.idf.skills)),
    relations,
    occupation,
    ...titleAnswers(occupations, occupation, trained.titles),
    suggestOccupations: suggester(occupations),
    occupations: () => occupations,
    skills: () => skills,
    market: lazily(() => {
      const market = trained.market?.() ?? noMarket;
      return () => market;
    }),
  };
}

function byName({ skills, rules }: TaxonomyData): TrainedSkills {
  const find = skillFinder(skills, rules);
  return {
    find: (text, _, among = () => true) => find(text).filter(({ id }) => among(id)),
    rank: (text, top) => find(text).slice(0, top),
  };
}

const noMarket: LabourMarket = { unitGroup: () => undefined, profilesOf: () => [] };

interface Loaded {
  taxonomy: Taxonomy;
  share: () => SharedTables;
}

const loaded = new Map<string, Loaded>();

function read(folder: string | undefined, tables: SharedTables): Loaded {
  if (folder === undefined) return { taxonomy: taxonomyOf(readTaxonomyData()), share: () => ({}) };
  const { data, market, ...files } = readTaxonomy(folder);
  const trained = new TrainedFiles(files, { ...tables });
  const taxonomy = taxonomyOf(data, {
    market,
    skills: () => trainedSkills(data, trained.skillModel()),
    titles: (named) => {
      const reader = trained.titleReader(named);
      return (title) => reader.read(title);
    },
  });
  return { taxonomy, share: () => trained.share() };
}

function loadOnce(folder: string | undefined, tables: SharedTables = {}): Loaded {
  const known = loaded.get(folder ?? '') ?? read(folder, tables);
  loaded.set(folder ?? '', known);
  return known;
}

/**
 * The taxonomy built into a folder, without one the shipped starter taxonomy. Read once, then the same object; each
 * index is made at its first use.
 * @param tables the numbers of its models, from `sharedTables` in another thread
 * @throws UnusableFiles when the folder holds no taxonomy, or a damaged one, or one of another version
 */
export const loadTaxonomy = (folder?: string, tables?: SharedTables): Taxonomy =>
  loadOnce(folder, tables).taxonomy;

/**
 * The numbers of a taxonomy's models, in memory that other threads read as well when they are sent there.
 * @throws UnusableFiles as `loadTaxonomy`
 */
export const sharedTables = (folder?: string): SharedTables => loadOnce(folder).share();
