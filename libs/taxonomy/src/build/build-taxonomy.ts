import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { readTaxonomy, writeTaxonomy, type TaxonomyContent } from '../built/taxonomy-files.js';
import { LabelTitles } from '../model/label-titles.js';
import { trustIn } from '../model/learnt-titles.js';
import { modelOf, modelTables } from '../model/load-skill-model.js';
import { readTaxonomyData, type TaxonomyData } from '../skill-data.js';
import { openArchive } from './archive.js';
import { assembleOccupations } from './assemble-occupations.js';
import { assembleSkills } from './assemble-skills.js';
import { carryOver } from './carry-over.js';
import type { EscoData } from './esco.types.js';
import { FitReport, type Misfit } from './fit-report.js';
import { idfOf } from './idf-of.js';
import { profilesByOccupation, withIsco } from './link-to-soc.js';
import { readEsco } from './read-esco.js';
import { readAshe, readNcs, readSoc } from './read-soc.js';
import { modelFiles, tableOf } from './train-models.js';
import { readTitles, trainTitles, type LabelledTitle } from './train-titles.js';

/** Where a taxonomy is built from and to. */
export interface BuildOptions {
  esco: string;
  soc?: string;
  ashe?: string;
  ncs?: string;
  titles?: string;
  out: string;
}

/** Told after each step what the build is at, and the share that is done. */
export type BuildProgress = (share: number, doing: string) => void;

export interface BuildResult {
  version: string;
  counts: Record<string, number>;
  misfits: Misfit[];
}

/** The taxonomy a build replaces: one that lies in its folder already. */
function before(folder: string): TaxonomyData | undefined {
  return existsSync(`${folder}/manifest.json`) ? readTaxonomy(folder).data : undefined;
}

function assemble(options: BuildOptions, esco: EscoData, report: FitReport): TaxonomyContent {
  const starter = readTaxonomyData();
  const soc = options.soc === undefined ? [] : readSoc(options.soc);
  const profiles = options.ncs === undefined ? [] : readNcs(options.ncs);
  const pay = options.ashe === undefined ? [] : [...readAshe(options.ashe)];
  const { skills, replaced } = assembleSkills(esco, starter, report);
  const ids = new Set(skills.map(({ id }) => id));
  const links = { groups: soc, profiles };
  const jobs = assembleOccupations(esco, starter, ids, links, report);
  const described = profilesByOccupation(profiles, jobs.occupations);
  const content = {
    skills,
    occupations: jobs.occupations,
    replaced: new Map([...replaced, ...jobs.replaced]),
    idf: idfOf(skills, jobs.occupations, starter.idf, replaced),
    rules: starter.rules,
    market: { groups: withIsco(soc, jobs.occupations), pay, profiles: [...described] },
  };
  return carryOver(content, before(options.out), report);
}

function knownTitles(file: string, { occupations }: TaxonomyContent, report: FitReport): LabelledTitle[] {
  const known = new Set(occupations.map(({ id }) => id));
  return readTitles(file).filter(({ occupation, title }) => {
    if (known.has(occupation)) return true;
    report.note('a title names an occupation that is not there and was left out', `${title} ${occupation}`);
    return false;
  });
}

function labelTitles(models: ReadonlyMap<string, Uint8Array>): LabelTitles {
  const part = (name: string) => Buffer.from(models.get(name) ?? []);
  return new LabelTitles(modelOf(modelTables(part('occupation-model.bin')), part('occupation-model.json')));
}

const labelsOf = ({ occupations }: TaxonomyContent): LabelledTitle[] =>
  occupations.flatMap(({ id, label, altLabels }) =>
    [label, ...altLabels].map((title) => ({ title, occupation: id })),
  );

/**
 * Builds a taxonomy into a folder. One that is there already is replaced, and its ids are followed.
 * @throws BadInput naming the file that is missing, damaged or not what it should be
 */
export async function buildTaxonomy(
  options: BuildOptions,
  progress: BuildProgress = () => undefined,
): Promise<BuildResult> {
  const report = new FitReport();
  progress(0.01, 'reading ESCO');
  const esco = await readEsco(await openArchive(options.esco), report);
  progress(0.03, 'putting it together');
  const content = assemble(options, esco, report);
  const table = tableOf(esco, (share) => progress(0.04 + 0.86 * share, 'learning words'));
  progress(0.91, 'making the models');
  const models = modelFiles(esco, content, table);
  const titles = options.titles === undefined ? [] : knownTitles(options.titles, content, report);
  if (titles.length > 0)
    for (const [name, bytes] of trainTitles(titles, labelsOf(content), labelTitles(models), (share) =>
      progress(0.95 + 0.04 * share, 'learning titles'),
    ))
      models.set(name, bytes);
  const { skills, occupations, replaced, market } = content;
  const counts = {
    skills: skills.length,
    occupations: occupations.length,
    replaced: replaced.size,
    unitGroups: market.groups.length,
    occupationsWithSoc: occupations.filter(({ soc2020 }) => soc2020 !== '').length,
    profiles: market.profiles.length,
    ...(titles.length > 0 && {
      titles: titles.length,
      titlesDecidePercent: Math.round(100 * trustIn(titles.length)),
    }),
  };
  progress(0.99, 'writing');
  const about = { esco: basename(options.esco), counts, misfits: report.misfits };
  const version = writeTaxonomy(options.out, content, models, about);
  progress(1, 'done');
  return { version, counts, misfits: report.misfits };
}
