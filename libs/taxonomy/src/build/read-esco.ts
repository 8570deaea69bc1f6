// ESCO as its csv download has it. Labels are trimmed here once: v1.1.1 has blanks and no-break spaces around some.
import type { Archive } from './archive.js';
import { BadInput } from './bad-input.js';
import { csvRows, type Row } from './csv-rows.js';
import type { EscoConcept, EscoData, EscoOccupation, EscoSkill } from './esco.types.js';
import type { FitReport } from './fit-report.js';

const tidy = (text: string | undefined): string => (text ?? '').replaceAll(/[\s\u00a0]+/g, ' ').trim();

/** One label a line; files of collections part them by " | ". */
const labelsOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split(/\n|\s\|\s/)
    .map(tidy)
    .filter((label) => label !== '');

/** @throws BadInput naming the file that is missing, damaged or without its columns */
export async function readEsco(archive: Archive, report: FitReport): Promise<EscoData> {
  const rows = (file: RegExp, columns: string[]) => rowsOf(archive, file, columns);
  const labelled = ['conceptUri', 'preferredLabel', 'altLabels', 'description'];
  const skills = await rows(/^skills_\w+\.csv$/i, [...labelled, 'skillType', 'reuseLevel']);
  const occupations = await rows(/^occupations_\w+\.csv$/i, [...labelled, 'iscoGroup']);
  const groups = await rows(/^ISCOGroups_\w+\.csv$/i, ['conceptUri', 'code', 'preferredLabel']);
  const links = ['conceptUri', 'broaderType', 'broaderUri'];
  return {
    skills: skills.map(skillOf).filter((one) => isLabelled(one, report)),
    occupations: occupations.map(occupationOf).filter((one) => isLabelled(one, report)),
    groups: new Map(groups.map((row) => [tidy(row.code), tidy(row.preferredLabel)])),
    broaderSkills: broaderOf(
      await rows(/^broaderRelationsSkillPillar.*\.csv$/i, links),
      'KnowledgeSkillCompetence',
    ),
    broaderOccupations: broaderOf(await rows(/^broaderRelationsOccPillar.*\.csv$/i, links), 'Occupation'),
    relatedSkills: (await rows(/^skillSkillRelations.*\.csv$/i, ['originalSkillUri', 'relatedSkillUri'])).map(
      (row) => [tidy(row.originalSkillUri), tidy(row.relatedSkillUri)],
    ),
    occupationSkills: (
      await rows(/^occupationSkillRelations.*\.csv$/i, ['occupationUri', 'relationType', 'skillUri'])
    ).map((row) => ({
      occupation: tidy(row.occupationUri),
      skill: tidy(row.skillUri),
      isEssential: tidy(row.relationType) === 'essential',
    })),
  };
}

async function rowsOf(archive: Archive, file: RegExp, columns: readonly string[]): Promise<Row[]> {
  const name = [...archive.keys()].find((one) => file.test(one));
  const read = name === undefined ? undefined : archive.get(name);
  if (name === undefined || !read)
    throw new BadInput(
      `The ESCO download`,
      `has no file like ${file.source.replaceAll(/[\\^$]|\.\*|\\w\+/g, '')}`,
      'choose classification and relations, format csv, language English when downloading',
    );
  return csvRows(name, await read(), columns);
}

function broaderOf(rows: readonly Row[], type: string): [string, string][] {
  return rows
    .filter((row) => tidy(row.broaderType) === type)
    .map((row) => [tidy(row.conceptUri), tidy(row.broaderUri)]);
}

function conceptOf(row: Row): EscoConcept {
  const label = tidy(row.preferredLabel);
  const others = [...labelsOf(row.altLabels), ...labelsOf(row.hiddenLabels)];
  return {
    id: tidy(row.conceptUri),
    label,
    altLabels: [...new Set(others)].filter((one) => one !== label),
    description: tidy(row.description),
    isReleased: !/obsolete|retired|withdrawn|deprecated/i.test(row.status ?? ''),
    replacedBy: tidy(row.replacedBy ?? row.isReplacedBy),
  };
}

const skillOf = (row: Row): EscoSkill => ({
  ...conceptOf(row),
  isKnowledge: tidy(row.skillType) === 'knowledge',
  reuse: tidy(row.reuseLevel),
});

const occupationOf = (row: Row): EscoOccupation => ({
  ...conceptOf(row),
  isco08: tidy(row.iscoGroup).replace(/^C/, ''),
});

function isLabelled({ id, label }: EscoConcept, report: FitReport): boolean {
  if (id !== '' && label !== '') return true;
  report.note('a concept without an id or a label was left out', `${id} ${label}`.trim());
  return false;
}
