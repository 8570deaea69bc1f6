// A download in the shape of ESCO's, small enough to read; every sentence is our own.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const escoUri = (kind: 'skill' | 'occupation', name: string): string =>
  `http://data.europa.eu/esco/${kind}/${name}`;

const skill = (name: string): string => escoUri('skill', name);
const job = (name: string): string => escoUri('occupation', name);
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const csv = (header: string, rows: readonly string[][]): string =>
  [header, ...rows.map((row) => row.map(quoted).join(','))].join('\n');

const conceptColumns = 'conceptUri,preferredLabel,altLabels,status,description';

const skillRow = (
  name: string,
  label: string,
  alts: string,
  description: string,
  type = 'skill/competence',
) => [skill(name), label, alts, 'released', description, type, 'sector-specific'];

/** The files of the download by name; change one and write them with `writeDownload`. */
export function smallEsco(): Map<string, string> {
  return new Map([
    [
      'skills_en.csv',
      csv(`${conceptColumns},skillType,reuseLevel`, [
        skillRow(
          'bread',
          'bake bread',
          'make loaves\nbread baking',
          'Mix, knead and bake dough into loaves.',
        ),
        skillRow('baking', 'bake goods', 'baking', 'Prepare ovens and bake dough of any kind.'),
        skillRow(
          'hygiene',
          'food hygiene rules',
          'kitchen hygiene',
          'Rules that keep food safe to eat.',
          'knowledge',
        ),
        skillRow('steer', 'steer tractors', 'drive a tractor', 'Drive tractors over fields and roads.'),
        skillRow('java', 'Java (computer programming)', 'Java', 'Write programs in Java.', 'knowledge'),
        skillRow('team', 'lead a kitchen team', 'manage kitchen staff', 'Tell cooks what to do and when.'),
      ]),
    ],
    [
      'occupations_en.csv',
      csv(`${conceptColumns},iscoGroup`, [
        [job('baker'), 'baker', 'bread maker\nmaster baker', 'released', 'Bakers make bread.', '7512'],
        [job('farmhand'), 'farm worker', 'farmhand', 'released', 'Farm workers drive tractors.', '9211'],
      ]),
    ],
    [
      'ISCOGroups_en.csv',
      csv('conceptUri,code,preferredLabel', [
        ['http://data.europa.eu/esco/isco/C7512', '7512', 'Bakers and confectionery makers'],
        ['http://data.europa.eu/esco/isco/C9211', '9211', 'Crop farm labourers'],
      ]),
    ],
    [
      'broaderRelationsSkillPillar.csv',
      csv('conceptUri,broaderType,broaderUri', [
        [skill('bread'), 'KnowledgeSkillCompetence', skill('baking')],
      ]),
    ],
    [
      'broaderRelationsOccPillar.csv',
      csv('conceptUri,broaderType,broaderUri', [
        [job('baker'), 'ISCOGroup', 'http://data.europa.eu/esco/isco/C7512'],
      ]),
    ],
    [
      'skillSkillRelations.csv',
      csv('originalSkillUri,relatedSkillUri', [[skill('bread'), skill('hygiene')]]),
    ],
    [
      'occupationSkillRelations.csv',
      csv('occupationUri,relationType,skillUri', [
        [job('baker'), 'essential', skill('bread')],
        [job('baker'), 'optional', skill('hygiene')],
        [job('farmhand'), 'essential', skill('steer')],
      ]),
    ],
  ]);
}

const root = mkdtempSync(join(tmpdir(), 'jobwire-esco-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** It goes when the tests of the file have ended. */
export const newFolder = (): string => mkdtempSync(join(root, 'folder-'));

/** Writes the files into a new folder and gives its path. */
export function writeDownload(files: ReadonlyMap<string, string>): string {
  const folder = newFolder();
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  return folder;
}
