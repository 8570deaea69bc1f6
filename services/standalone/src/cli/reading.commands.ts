import {
  findPlaces,
  findQualifications,
  loadGazetteer,
  loadTaxonomy,
  readPay,
  readRemote,
  yearlyPay,
  type FoundSkill,
} from '@jobwire/taxonomy';
import { Command } from 'commander';
import type { Config } from '../config.js';
import { overLines, textOf } from './json-lines.js';

interface ReadingOptions {
  taxonomy?: string;
  top?: number;
  places?: string | undefined;
}

type Line = Record<string, unknown>;
type Reader = (text: (field: string) => string, options: ReadingOptions) => object;

/** What words mean: JSON lines in, JSON lines out, best first. */
export function readingCommands(config: Config): Command[] {
  const over = (name: string, description: string, read: Reader) =>
    new Command(name)
      .description(`${description} Reads standard input, one object a line.`)
      .option('--taxonomy <dir>', 'a built taxonomy (default: JOBWIRE_TAXONOMY, else the shipped one)')
      .option('--top <n>', 'at most so many answers', atLeastOne)
      .action((options: ReadingOptions) => {
        const all = { ...options, ...folderOf(options, config), places: config.JOBWIRE_PLACES };
        return overLines((line: Line, number) => ({
          id: line['id'],
          ...read((field) => textOf(line, field, number), all),
        }));
      });
  return [
    over(
      'extract',
      'Skills, licences, registrations and qualifications in {"id","text"}; with a "title" skills of other trades are less sure.',
      extract,
    ),
    over('classify', 'The occupation of {"id","title"}.', classify),
    over(
      'place',
      'Places in {"id","text"}: postcodes, towns, counties; the whole country; remote work.',
      place,
    ),
    over('pay', 'The pay in {"id","text"}, with what it is for a full-time year.', pay),
  ];
}

function folderOf(options: ReadingOptions, config: Config): Pick<ReadingOptions, 'taxonomy'> {
  const folder = options.taxonomy ?? config.JOBWIRE_TAXONOMY;
  return folder === undefined ? {} : { taxonomy: folder };
}

function atLeastOne(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`--top takes a whole number from 1 on, not "${text}".`);
}

/** Things one has or has not; the rest are skills. */
const credentialKinds = new Set(['registration', 'licence', 'qualification']);

/** Titles are often unsure, so skills are read in the light of a few. */
const likeliest = 3;

const extract: Reader = (text, { taxonomy: folder, top }) => {
  const taxonomy = loadTaxonomy(folder);
  const words = text('text');
  const about = taxonomy.classifyTitle(text('title'), likeliest);
  const isSkill = (id: string) =>
    !credentialKinds.has(taxonomy.skill(id)?.kind ?? '') && (folder === undefined || isUri(id));
  const skills =
    top === undefined
      ? taxonomy.findSkills(words, about, isSkill)
      : taxonomy.rankSkills(words, top, about).filter(({ id }) => isSkill(id));
  return {
    skills: strongest(skills).slice(0, top),
    credentials: strongest(taxonomy.findSkills(words, about, (id) => !isSkill(id)))
      .map((one) => ({ ...one, kind: taxonomy.skill(one.id)?.kind ?? '' }))
      .filter(({ kind }) => credentialKinds.has(kind) && kind !== 'qualification'),
    qualifications: findQualifications(words),
  };
};

const isUri = (id: string): boolean => /^https?:/.test(id);

/** Each skill once, by its surest mention, best first. */
function strongest(found: readonly FoundSkill[]) {
  const sorted = found.toSorted((a, b) => b.confidence - a.confidence || a.start - b.start);
  const seen = new Set<string>();
  return sorted
    .filter(({ id }) => !seen.has(id) && seen.add(id))
    .map(({ id, label, start, end, confidence, need }) => ({ id, label, start, end, confidence, need }));
}

const classify: Reader = (text, { taxonomy, top }) => ({
  occupations: loadTaxonomy(taxonomy).classifyTitle(text('title'), top),
});

const place: Reader = (text, { top, places: folder }) => {
  const words = text('text');
  const { places, nationwide } = findPlaces(words, loadGazetteer(folder));
  return { places: places.slice(0, top), nationwide, remote: readRemote(words) ?? null };
};

const pay: Reader = (text) => {
  const found = readPay({ text: text('text') });
  return { pay: found === undefined ? null : { ...found, yearly: yearlyPay(found) } };
};
