// The labelled samples: public ones and adverts lie beside the checkout, our own labels (advert and offset) in labels/.
import { cleanAdvert } from '@jobwire/taxonomy';
import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const shared = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const labelFolder = fileURLToPath(new URL('../../eval/labels/', import.meta.url));

export const sharedFile = (name: string): string => `${shared}${name}`;
export const hasShared = (): boolean => existsSync(shared);

const csv = (name: string): Record<string, string>[] =>
  parse(readFileSync(sharedFile(name)), { columns: true, bom: true });

/** A sentence with the preferred labels of the skills it states. */
export interface GoldSentence {
  set: 'tech' | 'house';
  sentence: string;
  gold: string[];
}

const noGold = new Set(['LABEL NOT PRESENT', 'UNDERSPECIFIED', '']);

export function goldSentences(set: GoldSentence['set']): GoldSentence[] {
  const rows = csv(`eval/skill-extraction-esco/${set}_validation_annotations.csv`);
  const grouped = Map.groupBy(rows, ({ sentence = '' }) => sentence);
  return [...grouped].map(([sentence, spans]) => ({
    set,
    sentence,
    gold: [...new Set(spans.map(({ label = '' }) => label.trim()).filter((label) => !noGold.has(label)))],
  }));
}

export interface GoldTitle {
  title: string;
  occupation: string;
}

export const goldTitles = (): GoldTitle[] =>
  csv('eval/jobbert-titles-esco/titles.validation.csv').map(({ vacancyTitle = '', conceptUri = '' }) => ({
    title: vacancyTitle,
    occupation: conceptUri,
  }));

const jsonLines = (name: string): Record<string, unknown>[] =>
  gunzipSync(readFileSync(sharedFile(`jobs/${name}`)))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The clean text of the adverts of both collections by "nhs:…" and "nyc:…". */
export function advertTexts(): Map<string, string> {
  const texts = new Map<string, string>();
  for (const advert of jsonLines('nhs_jobs_two_thirds.jsonl.gz'))
    texts.set(`nhs:${textOf(advert['fileid'])}`, cleanAdvert(textOf(advert['description'])).text);
  for (const advert of jsonLines('nyc_jobs_2558.jsonl.gz')) {
    const id = `nyc:${textOf(advert['job_id'])}`;
    const text = [textOf(advert['job_description']), textOf(advert['preferred_skills'])].join('\n');
    if (!texts.has(id)) texts.set(id, cleanAdvert(text).text);
  }
  return texts;
}

/** The salary wordings of NHS adverts and of the Reed collection by "nhs:<id>" and "reed:<row>". */
export function salaryWordings(): Map<string, string> {
  const wordings = new Map<string, string>();
  for (const advert of jsonLines('nhs_jobs_two_thirds.jsonl.gz')) {
    const salary = advert['baseSalary'] as { value?: { value?: unknown } } | undefined;
    wordings.set(`nhs:${textOf(advert['fileid'])}`, textOf(salary?.value?.value));
  }
  const rows = parse(gunzipSync(readFileSync(sharedFile('jobs/reed_uk_29862.csv.gz'))), {
    columns: true,
    bom: true,
  });
  for (const [row, { salary_offered: wording }] of (rows as Record<string, string>[]).entries())
    wordings.set(`reed:${row}`, wording ?? '');
  return wordings;
}

/** The titles of the same adverts. */
export function advertTitles(): Map<string, string> {
  const titles = new Map<string, string>();
  for (const advert of jsonLines('nhs_jobs_two_thirds.jsonl.gz'))
    titles.set(`nhs:${textOf(advert['fileid'])}`, textOf(advert['title']));
  for (const advert of jsonLines('nyc_jobs_2558.jsonl.gz')) {
    const id = `nyc:${textOf(advert['job_id'])}`;
    if (!titles.has(id)) titles.set(id, textOf(advert['business_title']));
  }
  return titles;
}

/** Labels made by reading, as `labels/<name>.json` has them. */
export function labels<T>(name: string): T[] {
  return JSON.parse(readFileSync(`${labelFolder}${name}.json`, 'utf8')) as T[];
}
