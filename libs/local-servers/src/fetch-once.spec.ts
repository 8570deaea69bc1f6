import { mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchOnce } from './fetch-once.js';

let cache: string;
beforeEach(() => void (cache = mkdtempSync(join(tmpdir(), 'jobwire-cache-'))));
afterEach(() => rmSync(cache, { recursive: true }));

const noNetwork = () => Promise.reject(new Error('no network'));
const write = (text: string) => (folder: string) => writeFile(join(folder, 'file'), text);

it('fetches once and then uses what is there', async () => {
  const first = await fetchOnce(cache, 'thing', write('first'));
  expect(await fetchOnce(cache, 'thing', write('second'))).toBe(first);
  expect(readFileSync(join(first, 'file'), 'utf8')).toBe('first');
});

it('two that fetch at once get the same whole folder', async () => {
  const both = await Promise.all([
    fetchOnce(cache, 'thing', write('same')),
    fetchOnce(cache, 'thing', write('same')),
  ]);
  expect(both).toEqual([join(cache, 'thing'), join(cache, 'thing')]);
  expect(readdirSync(cache)).toEqual(['thing']);
});

it('keeps nothing of a fetch that failed', async () => {
  await expect(fetchOnce(cache, 'thing', noNetwork)).rejects.toThrow('no network');
  expect(readdirSync(cache)).toEqual([]);
});

it('removes what a killed fetch left days ago, and not what another is fetching now', async () => {
  for (const name of ['old.part-a', 'new.part-b']) mkdirSync(join(cache, name));
  const longAgo = new Date(Date.now() - 3 * 86_400_000);
  utimesSync(join(cache, 'old.part-a'), longAgo, longAgo);
  await fetchOnce(cache, 'thing', write('text'));
  expect(readdirSync(cache).toSorted()).toEqual(['new.part-b', 'thing']);
});
