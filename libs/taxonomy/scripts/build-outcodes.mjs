// Writes data/outcodes.json from a csv with the columns postcode, latitude and longitude.
// Usage: node scripts/build-outcodes.mjs <csv>. Only plain numbers are kept, rounded to two decimals (about 1 km).
import { readFileSync, writeFileSync } from 'node:fs';

const [source] = process.argv.slice(2);
if (!source) throw new Error('Name the csv file: node scripts/build-outcodes.mjs <csv>');
const [head, ...rows] = readFileSync(source, 'utf8')
  .replace(/^\uFEFF/, '')
  .trim()
  .split(/\r?\n/);
const columns = head.split(',');
const at = (name) => columns.indexOf(name);
const round = (text) => Math.round(Number(text) * 100) / 100;

const outcodes = new Map();
for (const row of rows) {
  const cells = row.split(',');
  const code = cells[at('postcode')].trim().toUpperCase();
  const point = [round(cells[at('latitude')]), round(cells[at('longitude')])];
  const real = /^[A-Z]{1,2}\d[A-Z\d]?$/.test(code) && point.every(Number.isFinite) && point[0] > 49;
  if (real && !outcodes.has(code)) outcodes.set(code, point);
}
const sorted = [...outcodes].toSorted(([a], [b]) => (a < b ? -1 : 1));
const lines = sorted.map(([code, point]) => `"${code}":${JSON.stringify(point)}`);
writeFileSync(new URL('../data/outcodes.json', import.meta.url), `{\n${lines.join(',\n')}\n}\n`);
