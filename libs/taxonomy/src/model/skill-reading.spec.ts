import { buildTaxonomy } from '../build/build-taxonomy.js';
import { loadTaxonomy } from '../load-taxonomy.js';
import type { Taxonomy } from '../taxonomy.types.js';
import { escoUri, newFolder, smallEsco, writeDownload } from '../testing/small-esco.js';
import { hash, gramBuckets, gramsOf } from './grams.js';
import { packArrays, unpackArrays } from './pack-arrays.js';
import { quantise, widen } from './quantise.js';
import { sentencesOf } from './sentences.js';
import { stemsOf } from './stem-words.js';
import { coreMs } from '../testing/core-ms.js';

let taxonomy: Taxonomy;

beforeAll(async () => {
  const out = newFolder();
  await buildTaxonomy({ esco: writeDownload(smallEsco()), out });
  taxonomy = loadTaxonomy(out);
});

const ids = (text: string) => taxonomy.rankSkills(text, 3).map(({ id, confidence }) => [id, confidence]);

const isUri = (id: string): boolean => id.startsWith('http');

describe('ranking skills', () => {
  it.each([
    ['You will bake bread in our ovens', 'bread'],
    ['steering a tractor', 'steer'],
    ['programs in Java', 'java'],
  ])('puts the right one first for "%s"', (text, name) => {
    const [first] = taxonomy.rankSkills(text, 3);
    expect(first?.id).toBe(escoUri('skill', name));
    expect(text.slice(first?.start, first?.end)).toBe(first?.text);
  });

  it('gives at most what was asked for, best first, the same every time', () => {
    const ranked = taxonomy.rankSkills('bake bread and lead the kitchen team', 2);
    expect(ranked).toHaveLength(2);
    expect(ranked[0]?.confidence).toBeGreaterThanOrEqual(ranked[1]?.confidence ?? 1);
    expect(taxonomy.rankSkills('bake bread and lead the kitchen team', 2)).toEqual(ranked);
  });

  it.each(['', ' \n', '\u0000\ud800', '🙂🙂', 'שלום עולם', 'aaaa'.repeat(20)])(
    'is honest about %j',
    (text) => {
      expect(taxonomy.findSkills(text)).toEqual([]);
    },
  );

  it.each([
    ['Ahmed will bake bread', 'Emily will bake bread'],
    ['bake bread, aged 24', 'bake bread, aged 62'],
  ])('says the same of "%s" and "%s"', (one, other) => {
    expect(ids(one)[0]?.[0]).toBe(ids(other)[0]?.[0]);
    expect(ids(one)).not.toEqual([]);
  });

  it('finds registrations by name beside the ranked ones', () => {
    const found = taxonomy.findSkills('NMC registration is essential.');
    expect(found).toMatchObject([{ id: 'skill:nmc-registration', need: 'required' }]);
  });

  it('finds only those that are asked for', () => {
    expect(taxonomy.findSkills('NMC registration is essential.', [], isUri)).toEqual([]);
  });

  it('is not moved by names, pronouns and ages', () => {
    expect(ids('She will bake bread')).toEqual(ids('He will bake bread'));
  });
});

it('reads 300,000 characters without a full stop in time', () => {
  const text = 'bake bread and manage kitchen staff '.repeat(9000);
  // Measured: 0.2 s; with the square of the text it would be an hour.
  expect(coreMs(() => taxonomy.findSkills(text))).toBeLessThan(5000);
});

describe('the parts of a model', () => {
  it('come back from one file as they went in', () => {
    const arrays = { a: Int8Array.of(1, -2, 3), b: Int32Array.of(70_000, -1), c: Float32Array.of(0.5, 2) };
    const unpacked = unpackArrays(packArrays(arrays));
    expect(unpacked.bytes('a')).toEqual(arrays.a);
    expect(unpacked.integers('b')).toEqual(arrays.b);
    expect(unpacked.numbers('c')).toEqual(arrays.c);
    expect(() => unpacked.numbers('a')).toThrow(/no f32 array "a"/);
  });

  it('lose less than a hundredth of a row by being a byte each', () => {
    const rows = Float32Array.from({ length: 64 }, (_, at) => Math.sin(at));
    const back = widen(quantise(rows, 8));
    for (const [at, value] of rows.entries()) expect(Math.abs((back[at] ?? 0) - value)).toBeLessThan(0.01);
  });

  it('cut sentences at full stops, lines and bullets', () => {
    const texts = sentencesOf('Bake bread. Lead a team\n- Drive vans; smile').map(({ text }) => text);
    expect(texts).toEqual(['Bake bread', 'Lead a team', 'Drive vans', 'smile']);
  });

  it('fold words to stems and leave empty ones out', () => {
    expect(stemsOf('The Managers are managing of it')).toEqual(['manag', 'manag']);
    expect(new Set(gramsOf('bread')).size).toBeGreaterThan(5);
    expect(Math.max(...gramsOf('bread'))).toBeLessThan(gramBuckets);
    expect(hash('a')).not.toBe(hash('b'));
  });
});
