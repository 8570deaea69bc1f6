import { createHash } from 'node:crypto';
import { dataFilesIn, readData, readDataText } from './read-data.js';
import type { Occupation, Skill } from './taxonomy.types.js';

/** A skill as the data files hold it: `narrower` is derived, `broader` and `related` are ids. */
export interface SkillRecord extends Skill {
  broader: readonly string[];
  related: readonly string[];
}

/** Labels that need care in running text: `quiet` ones resolve when typed but are not searched, `cased` ones count only in exactly this case, `ignored` phrases hide the skill names inside them; a label with one of the words `beside` it in its sentence means something else. */
export interface TextRules {
  quiet: readonly string[];
  cased: readonly string[];
  ignored: readonly string[];
  /** Absent in taxonomies built before there was any. */
  beside?: Readonly<Record<string, readonly string[]>>;
}

/** idf by skill id, and the values for a skill no advert named and for a label in no taxonomy. */
export interface IdfTable {
  unseen: number;
  unknownLabel: number;
  skills: Record<string, number>;
}

/** All that the taxonomy is made of. */
export interface TaxonomyData {
  version: string;
  skills: readonly SkillRecord[];
  occupations: readonly Occupation[];
  rules: TextRules;
  idf: IdfTable;
  /** Ids of concepts of earlier taxonomies, with those that stand for them now. */
  replaced?: ReadonlyMap<string, string>;
}

const singleFiles = ['idf.json', 'need-cues.json', 'occupations.json', 'spellings.json', 'text-rules.json'];

function versionOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readDataText(file));
  return hash.digest('hex').slice(0, 12);
}

/** Reads the shipped starter taxonomy. */
export function readTaxonomyData(): TaxonomyData {
  const skillFiles = dataFilesIn('skills');
  return {
    version: versionOf([...singleFiles, ...skillFiles]),
    skills: skillFiles.flatMap((file) => readData<SkillRecord[]>(file)),
    occupations: readData<Occupation[]>('occupations.json'),
    rules: readData<TextRules>('text-rules.json'),
    idf: readData<IdfTable>('idf.json'),
  };
}
