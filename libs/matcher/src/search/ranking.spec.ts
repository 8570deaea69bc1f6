import { Ranking } from './ranking.js';
import { Tally, fine } from './tally.js';

/** Several parts of everything: slots given, candidates sifted, candidates put in order. */
const MANY = 40_000;
const BATCH = 1000;
const BASE = 3;

const tally = new Tally();
const ranking = new Ranking(tally);

/** Rows and their points of skills, all even: rows next to each other, or all with the same few last bits. */
function market(count: number, step: number): [row: number, points: number][] {
  return Array.from({ length: count }, (_, n) => [n * step, (n * 62) % 96]);
}

/** Each by two postings, the second of which knows the base; answers how often there had to be more room first. */
function addUp(all: readonly [number, number][]): number {
  let rests = 0;
  tally.begin();
  for (const base of [0, fine(BASE)])
    for (let at = 0; at < all.length; at += BATCH) {
      const batch = all.slice(at, at + BATCH);
      while (!tally.makeRoom(batch.length)) rests++;
      for (const [row, points] of batch) tally.add(row, fine(points / 2), base);
    }
  return rests;
}

/** Answers in how many parts. */
function rank(spare: number, least: number): number {
  ranking.begin(spare, least);
  for (let parts = 1; ; parts++) if (ranking.goOn()) return parts;
}

describe.each([1, 64])('rows %i apart', (step) => {
  it.each([0, 1, 511, 512, MANY, 100])(
    'orders %i by what they could score, after any other search',
    (count) => {
      const all = market(count, step);
      addUp(all);
      expect(tally.count).toBe(count);
      rank(0, 50);
      const could = all.filter(([, points]) => points + BASE >= 50);
      const rows = could.toSorted(([, a], [, b]) => b - a).map(([row]) => row);
      expect(ranking.countFrom(50)).toBe(rows.length);
      expect(ranking.countFrom(80)).toBe(all.filter(([, points]) => points + BASE >= 80).length);
      expect([...ranking.rows.subarray(0, rows.length)]).toEqual(rows);
    },
  );
});

it('counts what was not read, and a hundred is the most', () => {
  addUp([
    [7, 40],
    [8, 90],
  ]);
  rank(20, 1);
  expect([63, 64, 100, 101].map((score) => ranking.countFrom(score))).toEqual([2, 1, 1, 0]);
});

it('takes everybody where nothing is asked for', () => {
  const all = market(MANY, 1);
  addUp(all);
  rank(0, 0);
  expect(ranking.countFrom(0)).toBe(MANY);
  expect([...ranking.rows.subarray(0, MANY)]).toEqual(all.map(([row]) => row));
});

it('rests where there is much to do, and does little at once', () => {
  expect(addUp(market(BATCH, 1))).toBe(0);
  expect(rank(0, 1)).toBe(1);
  // The second time that slots are added there are some 32,000 candidates.
  expect(addUp(market(MANY, 1))).toBeGreaterThanOrEqual(32_000 / 4096);
  expect(rank(0, 1)).toBeGreaterThanOrEqual(MANY / 8192);
});

it('takes up another search where one was given up halfway', () => {
  const all = market(MANY, 1);
  tally.begin();
  for (const [row, points] of all.slice(0, 8000)) tally.add(row, fine(points), 0);
  expect(tally.makeRoom(BATCH)).toBe(false);
  addUp(all);
  ranking.begin(0, 1);
  expect(ranking.goOn()).toBe(false);
  addUp(all.slice(0, 9));
  rank(0, 1);
  expect(ranking.countFrom(1)).toBe(9);
  expect([...ranking.rows.subarray(0, 9)].toSorted((a, b) => a - b)).toEqual(
    all.slice(0, 9).map(([row]) => row),
  );
});
