// The trained part of a taxonomy: one table of word vectors for skills and occupations, and a model of each.
import type { TaxonomyContent } from '../built/taxonomy-files.js';
import { makeSkillModel, type ModelConcept } from './make-skill-model.js';
import type { EscoData } from './esco.types.js';
import { tableOptions, trainTable, type TableOptions, type TrainedTable } from './train-table.js';
import { trainingPairs } from './training-pairs.js';

const bracketed = /\s*\([^()]*\)$/;
const shortForm = (label: string): string => label.replace(bracketed, '') || label;

/** The table all models share. Some 100 s for ESCO. */
export function tableOf(
  esco: EscoData,
  progress: (share: number) => void,
  options: Partial<TableOptions> = {},
): TrainedTable {
  const pairs = trainingPairs([...esco.skills, ...esco.occupations]);
  const batch = Math.max(2, Math.min(tableOptions.batch, pairs.length));
  return trainTable(pairs, { ...tableOptions, batch, ...options }, progress);
}

/** Skills as the model takes them: those of ESCO that are in use, with all names the taxonomy has for them. */
export function skillConcepts(
  esco: EscoData,
  content: Pick<TaxonomyContent, 'skills' | 'occupations'>,
): ModelConcept[] {
  const needs = new Map<string, number>();
  const add = (id: string, points: number) => needs.set(id, (needs.get(id) ?? 0) + points);
  for (const { essential, optional } of content.occupations) {
    for (const id of essential) add(id, 1);
    for (const id of optional) add(id, 0.5);
  }
  const names = new Map(content.skills.map((skill) => [skill.id, skill]));
  return esco.skills
    .filter(({ isReleased }) => isReleased)
    .map(({ id, label, description, reuse }) => ({
      id,
      labels: [shortForm(label), label, ...(names.get(id)?.altLabels ?? [])],
      description,
      isTransversal: reuse === 'transversal',
      isOccupationSpecific: reuse === 'occupation-specific',
      needs: needs.get(id) ?? 0,
    }));
}

/** Occupations as the model takes them: the more jobs, the likelier; those below another one are special. */
export function occupationConcepts(
  esco: EscoData,
  { occupations, market }: Pick<TaxonomyContent, 'occupations' | 'market'>,
): ModelConcept[] {
  const jobs = new Map(market.pay.map(([code, pay]) => [code, (pay.jobs ?? 0) / 1000]));
  const special = new Set(esco.broaderOccupations.map(([narrow]) => narrow));
  const described = new Map(esco.occupations.map(({ id, description }) => [id, description]));
  return occupations.map(({ id, label, altLabels, soc2020 }) => ({
    id,
    labels: [label, ...altLabels],
    description: described.get(id) ?? '',
    isTransversal: false,
    isOccupationSpecific: special.has(id),
    needs: jobs.get(soc2020) ?? 0,
  }));
}

/** The files of all models. */
export function modelFiles(
  esco: EscoData,
  content: TaxonomyContent,
  table: TrainedTable,
): Map<string, Uint8Array> {
  return new Map([
    ...makeSkillModel(skillConcepts(esco, content), table, 'skill-model'),
    ...makeSkillModel(occupationConcepts(esco, content), table, 'occupation-model'),
  ]);
}
