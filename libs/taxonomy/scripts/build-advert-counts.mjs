// Counts skills in adverts that lie beside the checkout (../shared/data): data/advert-skills.json has the share that
// name an ESCO skill word for word. Means over the collections, so that the largest does not decide. Run after a build:
// node scripts/build-advert-counts.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { cleanAdvert } from '../dist/index.js';
import { openArchive } from '../dist/build/archive.js';
import { FitReport } from '../dist/build/fit-report.js';
import { readEsco } from '../dist/build/read-esco.js';
import { stemsOf } from '../dist/model/stem-words.js';

const shared = new URL('../../../../shared/data/', import.meta.url);
const unpacked = (name) => gunzipSync(readFileSync(new URL(`jobs/${name}`, shared))).toString('utf8');
const lines = (name) =>
  unpacked(name)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const nhs = lines('nhs_jobs_two_thirds.jsonl.gz')
  .filter((_, at) => at % 3 === 0)
  .map(({ description }) => cleanAdvert(description).text);
const nyc = [
  ...new Map(lines('nyc_jobs_2558.jsonl.gz').map((advert) => [advert.job_id, advert])).values(),
].map((advert) =>
  [advert.job_description, advert.minimum_qual_requirements, advert.preferred_skills].join('\n'),
);
const dice = parse(unpacked('dice_us_22000_title_skills.csv.gz'), {
  columns: true,
  relax_column_count: true,
  relax_quotes: true,
})
  .filter((_, at) => at % 4 === 0)
  .map((row) => `${row.Designation}. ${row['Required Skills']}`);
const collections = [nhs, nyc, dice];

const longestPhrase = 8;
const esco = await readEsco(
  await openArchive(new URL('taxonomy/esco-v1.1.1-en', shared).pathname),
  new FitReport(),
);
const phrases = new Map();
for (const { id, label, altLabels } of esco.skills) {
  const short = label.replace(/\s*\([^)]*\)$/, '');
  for (const name of new Set([label, short, ...altLabels])) {
    const stems = stemsOf(name);
    // One-word alternatives ("create", "lead") are found everywhere and mean the skill nowhere.
    const counts = stems.length > 1 || name === label || name === short;
    if (stems.length === 0 || stems.length > longestPhrase || !counts) continue;
    phrases.set(stems.join(' '), [...(phrases.get(stems.join(' ')) ?? []), id]);
  }
}

function skillsIn(stems) {
  const found = new Set();
  for (let from = 0; from < stems.length;) {
    let step = 1;
    for (let length = Math.min(longestPhrase, stems.length - from); length > 0; length -= 1) {
      const ids = phrases.get(stems.slice(from, from + length).join(' '));
      if (!ids) continue;
      for (const id of ids) found.add(id);
      step = length;
      break;
    }
    from += step;
  }
  return found;
}

function countInto(counts, keys, collection) {
  for (const key of keys) {
    const known = counts.get(key) ?? collections.map(() => 0);
    known[collection] += 1;
    counts.set(key, known);
  }
}

const skills = new Map();
for (const [collection, texts] of collections.entries())
  for (const text of texts) {
    const stems = stemsOf(text.slice(0, 20_000));
    countInto(skills, skillsIn(stems), collection);
  }

function share(known) {
  return known.reduce((sum, count, at) => sum + count / collections[at].length, 0) / collections.length;
}

function write(name, counts, least) {
  const rows = [...counts].map(([key, known]) => [key, Number(share(known).toFixed(5))]);
  const kept = rows
    .filter(([, value]) => value >= least)
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  writeFileSync(
    new URL(`../data/${name}`, import.meta.url),
    `${JSON.stringify(Object.fromEntries(kept), null, 1)}\n`,
  );
}

write('advert-skills.json', skills, 0.0001);
