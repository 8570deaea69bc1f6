import * as fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { createMatchEngine, openMatchEngine } from '../engine/create-match-engine.js';
import { IndexedMatchEngine } from '../engine/indexed-match-engine.js';
import { type MatchEngine, drain } from '../match-engine.js';
import { aProfile, aTaxonomy, aVacancy } from '../testing/builders.js';
import { type Step, histories, take } from '../testing/histories.js';
import { LongHistory, lotsOf } from '../testing/long-history.js';
import { Room } from './room.js';
import { taxonomies } from '../testing/worlds.js';
import type { MatchingTaxonomy } from '../matching-taxonomy.js';

const IDS = [1, 2, 3, 4, 5, 6];

function bytesOf(engine: MatchEngine, note = ''): Uint8Array {
  return Buffer.concat([...engine.save(note)]);
}

/** Gives a snapshot bit by bit, as a file does. */
function from(bytes: Uint8Array) {
  let at = 0;
  return (count: number) => bytes.subarray(at, (at += count));
}

function everything(engine: MatchEngine) {
  return IDS.flatMap((n) => [
    drain(engine.matchesOfVacancy(`v${n}`)).map((match) => match.toMatch()),
    drain(engine.matchesOfProfile(`p${n}`)).map((match) => match.toMatch()),
    engine.vacancyRevision(`v${n}`),
    engine.profileRevision(`p${n}`),
    engine.profilesOf(n),
  ]);
}

function played(steps: readonly Step[], taxonomy: MatchingTaxonomy): MatchEngine {
  const engine = createMatchEngine(taxonomy);
  for (const step of steps) take(engine, step);
  return engine;
}

it('brings back an engine that says the same, and goes on as the first one does', () => {
  fc.assert(
    fc.property(histories, histories, taxonomies, (before, after, taxonomy) => {
      const first = played(before, taxonomy);
      const { engine: second, note } = openMatchEngine(taxonomy, from(bytesOf(first, 'offset 7')));
      expect(note).toBe('offset 7');
      expect(everything(second)).toEqual(everything(first));
      expect(after.map((step) => take(second, step))).toEqual(after.map((step) => take(first, step)));
      expect(everything(second)).toEqual(everything(first));
      const { profiles, vacancies, stubs } = first.sizes();
      expect(second.sizes()).toMatchObject({ profiles, vacancies, stubs });
    }),
  );
});

it.each([
  ['enough', 1],
  ['too little', 0.4],
  ['no', 0],
])('is what it was when it was copied into %s room, whatever the engine does then', (_, share) => {
  fc.assert(
    fc.property(histories, histories, taxonomies, (before, after, taxonomy) => {
      const engine = played(before, taxonomy);
      const bytes = bytesOf(engine, 'offset 7');
      const { profileBytes, vacancyBytes } = engine.sizes();
      const room = new Room(share * (profileBytes + vacancyBytes));
      drain(room.prepare());
      const picture = engine.picture();
      drain(picture.copy(room));
      for (const step of after) take(engine, step);
      expect(Buffer.compare(Buffer.concat([...picture.written('offset 7')]), bytes)).toBe(0);
    }),
  );
});

it('gives its room back', () => {
  const room = new Room(10_000);
  const taken = room.take(100);
  room.free();
  expect(taken).toHaveLength(0);
});

it('writes equal bytes for equal histories', () => {
  fc.assert(
    fc.property(histories, taxonomies, (steps, taxonomy) => {
      const bytes = bytesOf(played(steps, taxonomy));
      expect(Buffer.compare(bytesOf(played(steps, taxonomy)), bytes)).toBe(0);
    }),
  );
});

it('is right after a long history that is saved and brought back, by either loops, again and again', () => {
  const seed = 5;
  let lost = 0;
  let times = 0;
  const reopened = (engine: MatchEngine, taxonomy: MatchingTaxonomy) => {
    const next = new IndexedMatchEngine(taxonomy, { sharedFrom: times++ % 2 === 0 ? 0 : Infinity });
    next.restore(from(bytesOf(engine)));
    return next;
  };
  const history = new LongHistory(createMatchEngine, seed);
  lotsOf(6000, seed).forEach((lot, n) => {
    history.step(lot);
    if (n % 500 === 499) history.reopen(reopened);
    if (n % 100 === 0)
      for (const { said, so } of history.verdicts(lot)) lost += Number(!isDeepStrictEqual(said, so));
  });
  expect(lost).toBe(0);
});

function smallEngine(): MatchEngine {
  const engine = createMatchEngine(aTaxonomy());
  engine.putVacancy(aVacancy());
  engine.putProfile(aProfile(), 0);
  return engine;
}

it('refuses a snapshot in which any one byte is another', () => {
  const bytes = bytesOf(smallEngine());
  fc.assert(
    fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const damaged = Uint8Array.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ change;
      // The fourth word and the last say nothing.
      fc.pre(at < bytes.length - 4 && (at < 12 || at >= 16));
      expect(() => openMatchEngine(aTaxonomy(), from(damaged))).toThrow(
        /^It (is damaged|is no snapshot|has format|was made by)/,
      );
    }),
  );
});

const open = (some: Uint8Array, taxonomy = aTaxonomy()) => openMatchEngine(taxonomy, from(some));

it('says why it refuses', () => {
  const bytes = bytesOf(smallEngine());
  expect(() => open(new Uint8Array())).toThrow('ends too early');
  expect(() => open(bytes.subarray(0, bytes.length - 9))).toThrow('ends too early');
  expect(() => open(Buffer.alloc(64))).toThrow('no snapshot of the matching index');
  expect(() => open(bytes, { ...aTaxonomy(), version: 'other' })).toThrow(
    `made by scorer ${smallEngine().scorer}`,
  );
  const damaged = Uint8Array.from(bytes);
  damaged[bytes.length - 20] = 77;
  expect(() => open(damaged)).toThrow('checksum');
});
