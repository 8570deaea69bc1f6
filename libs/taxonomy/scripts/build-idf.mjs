// Writes data/idf.json: how rare each skill is in adverts. Usage: node scripts/build-idf.mjs <folder with jobs/*.gz>.
//
// Every advert counts a skill once. A set's share of adverts naming a skill is averaged over the sets with the weights
// below (a hospital's adverts alone would make wound care common and SQL rare), then
//   idf = ln(1 + (N - n + 0.5) / (n + 5.5)),  N = 20,000,  n = share x N   (the BM25 form, never negative)
// A set of titles, or of skills without text, says nothing about skills it cannot show, so a skill's share is averaged
// only over the sets that name it at all, but over no less than half of the whole weight.
// Every skill gets five adverts more, so that one nobody named is rare but not beyond measure; a label in no taxonomy gets the median of the skills seen.
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { cleanAdvert, loadTaxonomy } from '../dist/index.js';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Name the folder: node scripts/build-idf.mjs <folder with jobs/*.gz>');
const size = 20_000;
const round = (value) => Math.round(value * 1000) / 1000;
const idf = (n) => round(Math.log(1 + (size - n + 0.5) / (n + 5.5)));

const read = (name) => gunzipSync(readFileSync(`${folder}/jobs/${name}`)).toString('utf8');
const unique = (rows, key) => [...new Map(rows.map((row) => [key(row), row])).values()];
const jsonLines = (name) =>
  read(name)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

function csv(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.length > 1);
}

const texts = {
  nhs: () =>
    unique(jsonLines('nhs_jobs_two_thirds.jsonl.gz'), (job) => job.description).map(
      (job) => `${job.title}\n${cleanAdvert(job.description).text}`,
    ),
  city: () =>
    unique(jsonLines('nyc_jobs_2558.jsonl.gz'), (job) => job.job_id).map((job) =>
      Object.values(job)
        .filter((value) => typeof value === 'string')
        .map((value) => cleanAdvert(value).text)
        .join('\n'),
    ),
  technology: () =>
    unique(csv(read('dice_us_22000_title_skills.csv.gz')).slice(1), (row) => `${row[1]}|${row[2]}`).map(
      (row) => `${row[1]}\n${row[2]}`,
    ),
  titles: () =>
    unique(csv(read('reed_uk_29862.csv.gz')).slice(1), (row) => row.join('|')).map((row) => row[2] ?? ''),
};
const weights = { nhs: 0.4, city: 0.25, technology: 0.25, titles: 0.1 };

const taxonomy = loadTaxonomy();
const shares = new Map(taxonomy.skills().map(({ id }) => [id, {}]));
for (const [name, load] of Object.entries(texts)) {
  const adverts = load();
  const counts = new Map();
  for (const text of adverts) {
    for (const id of new Set(taxonomy.findSkills(text).map((found) => found.id)))
      counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  for (const [id, count] of counts) shares.get(id)[name] = count / adverts.length;
}

function documentsOf(share) {
  const seen = Object.keys(share);
  const weight = Math.max(
    0.5,
    seen.reduce((sum, name) => sum + weights[name], 0),
  );
  return (seen.reduce((sum, name) => sum + weights[name] * share[name], 0) / weight) * size;
}

const skills = {};
for (const [id, share] of [...shares].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
  skills[id] = idf(documentsOf(share));
}
const unseen = idf(0);
const seen = Object.values(skills)
  .filter((value) => value < unseen)
  .toSorted((a, b) => a - b);
const table = { unseen, unknownLabel: seen[Math.floor(seen.length / 2)], skills };
writeFileSync(new URL('../data/idf.json', import.meta.url), `${JSON.stringify(table, null, 1)}\n`);
