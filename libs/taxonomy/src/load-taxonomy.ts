import { skillFinder } from './find-skills.js';
import { labelIndex } from './label-index.js';
import { titleMatcher } from './match-title.js';
import type { LabourMarket } from './labour-market.js';
import { loadModel } from './model/load-skill-model.js';
import { LearntTitles } from './model/learnt-titles.js';
import { TitleReader, type TitleReading, type TitleWeights } from './model/title-reader.js';
import { readData } from './read-data.js';
import { trainedSkills, type TrainedSkills } from './model/trained-skills.js';
import { normaliseLabel } from './normalise-label.js';
import { softenSubjects } from './qualification/soften-subjects.js';
import { readTaxonomyData, type IdfTable, type TaxonomyData } from './skill-data.js';
import { relationsOf } from './skill-relations.js';
import { suggester } from './suggest-labels.js';
import { readTaxonomy } from './built/taxonomy-files.js';
import { typicalIdf } from './typical-idf.js';
import type { Occupation, RankedOccupation, ResolvedSkill, Skill, Taxonomy } from './taxonomy.types.js';

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

/** Indexes are built when first asked for: a process that only resolves labels never pays for the others. */
function lazily<A extends unknown[], R>(build: () => (...args: A) => R): (...args: A) => R {
  let built: ((...args: A) => R) | undefined;
  return (...args) => (built ??= build())(...args);
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

function byCode(occupations: readonly Occupation[]): Map<string, Occupation[]> {
  const codes = new Map<string, Occupation[]>();
  for (const one of occupations) {
    for (const code of new Set([one.soc2020, one.isco08])) codes.set(code, [...(codes.get(code) ?? []), one]);
  }
  return codes;
}

function occupationResolver(
  occupations: readonly Occupation[],
  byId: (id: string) => Occupation | undefined,
): Taxonomy['resolveOccupation'] {
  const codes = byCode(occupations);
  const labels = lazily(() => labelIndex(occupations));
  return (text) => {
    const ofCode = codes.get(text.trim());
    if (ofCode) return ofCode.length === 1 ? ofCode[0] : undefined;
    return byId(text.trim()) ?? labels(text);
  };
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
  titles?: () => (title: string) => readonly TitleReading[];
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
  const named = lazily(() => titleMatcher(occupations));
  const ranked = lazily(() => classifier(occupation, named, trained.titles?.()));
  const likely = (title: string) => {
    const [best] = trained.titles ? ranked(title) : [];
    return best !== undefined && best.confidence >= likelyFrom ? occupation(best.id) : undefined;
  };
  const labelOfAll = occupationResolver(occupations, occupation);
  const main = lazily(() => mainLabels(occupations));
  /** One of a large taxonomy's many short labels stands in a title by chance: "assistant" alone is a secretary. */
  const byChance = (title: string) => {
    const found = named(title);
    if (found === undefined || !trained.titles || labelOfAll(title) === found) return found;
    return ranked(title)
      .slice(0, mostLikely)
      .some(({ id }) => id === found.id)
      ? found
      : undefined;
  };
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
      return (text, about) => softenSubjects(text, find(text, about), byId);
    }),
    rankSkills: lazily(() => skillReading().rank),
    idf: (id) => idf(current(id)),
    typicalIdf: typicalIdf(Object.values(data.idf.skills)),
    relations,
    occupation,
    resolveOccupation: labelOfAll,
    occupationOfTitle: (title) => main(title) ?? likely(title) ?? byChance(title),
    classifyTitle: (title, top = 5) => ranked(title).slice(0, top),
    suggestOccupations: suggester(occupations),
    occupations: () => occupations,
    skills: () => skills,
    market: lazily(() => {
      const market = trained.market?.() ?? noMarket;
      return () => market;
    }),
  };
}

/** Occupations by their main label, and by each half of "waiter/waitress". */
function mainLabels(occupations: readonly Occupation[]): (title: string) => Occupation | undefined {
  const all = occupations.flatMap((one) =>
    [one.label, ...one.label.split('/')].map((label) => ({ label, one })),
  );
  const find = labelIndex(all.map(({ label, one }) => ({ label, altLabels: [], one })));
  return (title) => find(title)?.one;
}

/** A wrong occupation costs more than none. */
const likelyFrom = 0.4;
const mostLikely = 5;
/** Of a title that says an occupation's name and no more. */
const namedConfidence = 0.8;
const longestTitle = 300;
/** Who does a job makes it no other one. */
const ofSomebody = /\b(?:(?:fe)?male|lady|(?:wo)?men only|aged? \d\d(?:\s?[-\u2013]\s?\d\d)?)\b/gi;

const rankedOf = ({ id, label, isco08, soc2020 }: Occupation, confidence: number): RankedOccupation => ({
  id,
  label,
  isco: isco08,
  soc: soc2020,
  confidence,
});

/** Titles by a trained reader, else by the one occupation they name. */
function classifier(
  byId: (id: string) => Occupation | undefined,
  named: (title: string) => Occupation | undefined,
  reading: ((title: string) => readonly TitleReading[]) | undefined,
): (title: string) => RankedOccupation[] {
  return (whole) => {
    const title = whole.slice(0, longestTitle).replaceAll(ofSomebody, ' ');
    if (reading)
      return reading(title).flatMap((one) => {
        const found = byId(one.occupation);
        return found === undefined ? [] : [rankedOf(found, one.confidence)];
      });
    const found = named(title);
    return found === undefined ? [] : [rankedOf(found, namedConfidence)];
  };
}

function titleReading(has: (name: string) => boolean, file: (name: string) => Buffer): TitleReader {
  const model = loadModel(file('occupation-model.bin'), file('occupation-model.json'));
  const learnt = has('title-model.bin')
    ? new LearntTitles(file('title-model.bin'), file('title-model.json'))
    : undefined;
  return new TitleReader(model, readData<TitleWeights>('title-weights.json'), learnt);
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function byName({ skills, rules }: TaxonomyData): TrainedSkills {
  const find = skillFinder(skills, rules);
  return { find, rank: (text, top) => find(text).slice(0, top) };
}

const noMarket: LabourMarket = { unitGroup: () => undefined, profilesOf: () => [] };
const loaded = new Map<string, Taxonomy>();

function read(folder: string | undefined): Taxonomy {
  if (folder === undefined) return taxonomyOf(readTaxonomyData());
  const { data, market, file, has } = readTaxonomy(folder);
  const model = () => loadModel(file('skill-model.bin'), file('skill-model.json'));
  return taxonomyOf(data, {
    market,
    skills: () => trainedSkills(data, model()),
    titles: () => {
      const reader = titleReading(has, file);
      return (title) => reader.read(title);
    },
  });
}

/**
 * The taxonomy built into a folder, without one the shipped starter taxonomy. Read once, then the same object; each
 * index is made at its first use.
 * @throws UnusableFiles when the folder holds no taxonomy, or a damaged one, or one of another version
 */
export function loadTaxonomy(folder?: string): Taxonomy {
  const known = loaded.get(folder ?? '');
  if (known) return known;
  const taxonomy = read(folder);
  loaded.set(folder ?? '', taxonomy);
  return taxonomy;
}
