// The Standard Occupational Classification 2020, pay by its codes, and the profiles of the National Careers Service.
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { join } from 'node:path';
import { BadInput } from './bad-input.js';
import { csvRows, type Row } from './csv-rows.js';
import type { CareerProfile, UnitGroup, UnitPay } from '../labour-market.js';

/** A file's text, gunzipped when it is packed. @throws BadInput */
export function textOfFile(file: string): string {
  try {
    const bytes = readFileSync(file);
    return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new BadInput(file, `cannot be read (${why})`, 'check its name, or download it again');
  }
}

function jsonOf(file: string): unknown {
  try {
    return JSON.parse(textOfFile(file));
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput(file, 'is not whole JSON', 'download it again');
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const textList = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

/** The unit groups of a SOC 2020 file (a JSON list, or csv with the same column names; `isco08` is optional). */
export function readSoc(file: string): UnitGroup[] {
  const records = /\.csv(?:\.gz)?$/i.test(file)
    ? csvRows(file, textOfFile(file), ['soc2020', 'title'])
    : (jsonOf(file) as Record<string, unknown>[]);
  const groups = records.map((record) => ({
    code: text(record['soc2020']),
    title: text(record['title']),
    description: text(record['description']),
    tasks: textList(record['tasks']),
    titles: textList(record['relatedJobTitles']),
    isco08: typeof record['isco08'] === 'string' ? [record['isco08']] : textList(record['isco08']),
  }));
  const sound = groups.filter(({ code, title }) => /^\d{4}$/.test(code) && title !== '');
  if (sound.length === 0)
    throw new BadInput(
      file,
      'has no unit group with soc2020 and title',
      'give a list of SOC 2020 unit groups',
    );
  return sound;
}

interface Ashe {
  latest_year: number;
  stat_cols: string[];
  stats: Record<string, Record<string, Record<string, (number | null)[]>>>;
}

const monthsAYear = 12;

/** Yearly pay and jobs by SOC code, of the latest year. The file has months. */
export function readAshe(file: string): Map<string, UnitPay> {
  const ashe = jsonOf(file) as Partial<Ashe>;
  const year = String(ashe.latest_year);
  const rows = ashe.stats?.[year]?.['total'];
  if (!rows || !ashe.stat_cols)
    throw new BadInput(file, 'has no stats.<year>.total', 'give ASHE table 14 as JSON');
  const columns = ashe.stat_cols;
  const pay = new Map<string, UnitPay>();
  for (const [code, values] of Object.entries(rows)) {
    if (!/^\d{4}$/.test(code)) continue;
    const of = (name: string): number | undefined => values[columns.indexOf(name)] ?? undefined;
    const yearly = (name: string) => {
      const value = of(name);
      return value === undefined ? {} : { [name]: value * monthsAYear };
    };
    const jobs = of('count');
    pay.set(code, {
      year: Number(year),
      ...(jobs === undefined ? {} : { jobs }),
      ...yearly('median'),
      ...yearly('p10'),
      ...yearly('p25'),
      ...yearly('p75'),
      ...yearly('p90'),
    });
  }
  return pay;
}

const titlesOf = (row: Row): string[] =>
  [row['AlternativeTitle'], row['HiddenAlternativeTitle']].flatMap((list) =>
    (list ?? '')
      .split(',')
      .map((title) => title.trim())
      .filter((title) => title !== ''),
  );

function pounds(amount: string | undefined): number | undefined {
  const value = Number((amount ?? '').replaceAll(/[^\d.]/g, ''));
  return value > 0 ? value : undefined;
}

/** The job profiles in the folder of a National Careers Service download. Its SOC codes are of 2010. */
export function readNcs(folder: string): CareerProfile[] {
  const file = ['JobProfile.csv', 'JobProfile.csv.gz']
    .map((name) => join(folder, name))
    .find((one) => existsSync(one));
  if (file === undefined)
    throw new BadInput(folder, 'has no JobProfile.csv', 'name the folder of the download');
  return csvRows(file, textOfFile(file), ['Title', 'UrlName', 'Overview']).map((row) => {
    const [starter, experienced] = [pounds(row['SalaryStarter']), pounds(row['SalaryExperienced'])];
    return {
      title: (row['Title'] ?? '').trim(),
      name: row['UrlName'] ?? '',
      overview: row['Overview'] ?? '',
      titles: titlesOf(row),
      ...(starter === undefined ? {} : { starterPay: starter }),
      ...(experienced === undefined ? {} : { experiencedPay: experienced }),
    };
  });
}
