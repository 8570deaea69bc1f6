// The files of a built taxonomy: packed JSON in which concepts name each other by their place in the list.
import { gunzipSync, gzipSync } from 'node:zlib';
import type { CareerProfile, LabourMarket, UnitGroup, UnitPay } from '../labour-market.js';
import type { IdfTable, SkillRecord, TaxonomyData, TextRules } from '../skill-data.js';
import type { Occupation } from '../taxonomy.types.js';
import { readChecked, readManifest, writeFileSet, type Manifest } from './file-set.js';

export const taxonomyFormat = 'jobwire-taxonomy';
export const buildAgain = 'build it with "jobwire taxonomy build"';

type Refs = number[];
type SkillRow = [
  id: string,
  label: string,
  kind: SkillRecord['kind'],
  alts: string[],
  broader: Refs,
  related: Refs,
];
type OccupationRow = [
  id: string,
  label: string,
  alts: string[],
  isco: string,
  soc: string,
  essential: Refs,
  optional: Refs,
  usualNames?: string[],
];

interface MarketFile {
  groups: readonly UnitGroup[];
  pay: [string, UnitPay][];
  profiles: [string, readonly CareerProfile[]][];
}

/** All that a build makes, before it is written. */
export interface TaxonomyContent {
  skills: readonly SkillRecord[];
  occupations: readonly Occupation[];
  replaced: ReadonlyMap<string, string>;
  idf: IdfTable;
  rules: TextRules;
  market: MarketFile;
}

const packed = (value: unknown): Buffer => gzipSync(JSON.stringify(value), { level: 9 });

/** Writes a taxonomy; `more` are further files, such as those of its model. Gives the version. */
export function writeTaxonomy(
  folder: string,
  content: TaxonomyContent,
  more: ReadonlyMap<string, Uint8Array>,
  about: object,
): string {
  const at = new Map(content.skills.map(({ id }, index) => [id, index]));
  const refs = (ids: readonly string[]): Refs => ids.flatMap((id) => at.get(id) ?? []);
  const skills = content.skills.map(({ id, label, kind, altLabels, broader, related }): SkillRow => [
    id,
    label,
    kind,
    [...altLabels],
    refs(broader),
    refs(related),
  ]);
  const occupations = content.occupations.map(
    ({ id, label, altLabels, usualNames = [], isco08, soc2020, essential, optional }): OccupationRow => [
      id,
      label,
      [...altLabels],
      isco08,
      soc2020,
      refs(essential),
      refs(optional),
      [...usualNames],
    ],
  );
  const files = new Map<string, Uint8Array>([
    ['skills.json.gz', packed(skills)],
    ['occupations.json.gz', packed(occupations)],
    ['replaced.json.gz', packed([...content.replaced])],
    ['words.json.gz', packed({ idf: content.idf, rules: content.rules })],
    ['market.json.gz', packed(content.market)],
    ...more,
  ]);
  return writeFileSet(folder, taxonomyFormat, files, about);
}

/** A taxonomy as read, with `file` for those that are read when first needed. */
export interface BuiltTaxonomy {
  data: TaxonomyData;
  market: () => LabourMarket;
  has: (name: string) => boolean;
  file: (name: string) => Buffer;
}

/** @throws UnusableFiles when a file is missing, damaged or of another version */
export function readTaxonomy(folder: string): BuiltTaxonomy {
  const manifest: Manifest = readManifest(folder, taxonomyFormat, buildAgain);
  const file = (name: string): Buffer => readChecked(folder, manifest, name, buildAgain);
  const json = (name: string): unknown => JSON.parse(gunzipSync(file(name)).toString('utf8'));
  const rows = json('skills.json.gz') as SkillRow[];
  const ids = rows.map(([id]) => id);
  const named = (refs: Refs): string[] => refs.map((ref) => ids[ref] ?? '');
  const skills = rows.map(([id, label, kind, altLabels, broader, related]): SkillRecord => ({
    id,
    label,
    kind,
    altLabels,
    broader: named(broader),
    related: named(related),
  }));
  const occupations = (json('occupations.json.gz') as OccupationRow[]).map(
    ([id, label, altLabels, isco08, soc2020, essential, optional, usualNames = []]): Occupation => ({
      id,
      label,
      altLabels,
      usualNames,
      isco08,
      soc2020,
      essential: named(essential),
      optional: named(optional),
    }),
  );
  const { idf, rules } = json('words.json.gz') as Pick<TaxonomyData, 'idf' | 'rules'>;
  const replaced = new Map(json('replaced.json.gz') as [string, string][]);
  return {
    data: { version: manifest.version, skills, occupations, rules, idf, replaced },
    market: () => marketOf(json('market.json.gz') as MarketFile),
    has: (name) => manifest.files[name] !== undefined,
    file,
  };
}

function marketOf({ groups, pay, profiles }: MarketFile): LabourMarket {
  const byCode = new Map(groups.map((group) => [group.code, group]));
  const pays = new Map(pay);
  const byOccupation = new Map(profiles);
  return {
    unitGroup: (code) => {
      const group = byCode.get(code);
      const paid = pays.get(code);
      return group === undefined ? undefined : { ...group, ...(paid && { pay: paid }) };
    },
    profilesOf: (id) => byOccupation.get(id) ?? [],
  };
}
