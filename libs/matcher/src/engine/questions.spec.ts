// Questions to the live index, each against brute force: strict, soft with a threshold, the best few, what-if.
import type { ProfileState } from '@jobwire/contracts';
import * as fc from 'fast-check';
import { type Want, drain } from '../match-engine.js';
import type { MatchingTaxonomy } from '../matching-taxonomy.js';
import { LEEDS, aProfile, aTaxonomy, aVacancy, asks, has } from '../testing/builders.js';
import { comparable } from '../testing/comparable.js';
import { Model, type Step, histories, partitionIn, statesIn, take } from '../testing/histories.js';
import { PLAIN_CODE, WEBASSEMBLY } from '../testing/loops.js';
import { type OracleMatch, bruteForceMatches, bruteForceStrict } from '../testing/oracle.js';
import { taxonomies } from '../testing/worlds.js';
import { createMatchEngine } from './create-match-engine.js';
import { IndexedMatchEngine } from './indexed-match-engine.js';

const RUNS = { numRuns: fc.readConfigureGlobal().numRuns ?? 100 };
const IDS = [1, 2, 3, 4, 5, 6];

/** Half of the worlds by WebAssembly, from the first posting on. */
function play(steps: readonly Step[], taxonomy: MatchingTaxonomy) {
  const { sharedFrom } = steps.length % 2 === 0 ? WEBASSEMBLY : PLAIN_CODE;
  const engine = new IndexedMatchEngine(taxonomy, { mostTogether: 2, sharedFrom });
  const model = new Model();
  for (const step of steps) expect(take(engine, step)).toBe(model.take(step));
  return { engine, vacancies: statesIn(model.vacancies), profiles: statesIn(model.profiles) };
}

function ranked(matches: readonly OracleMatch[], idOf: (match: OracleMatch) => string): OracleMatch[] {
  return matches.toSorted((a, b) => b.score - a.score || (idOf(a) < idOf(b) ? -1 : 1));
}

/** What both directions find, in order. */
function found({ engine }: ReturnType<typeof play>, want: Want): OracleMatch[][] {
  return IDS.flatMap((n) => [
    drain(engine.matchesOfVacancy(`v${n}`, { want })).map(comparable),
    drain(engine.matchesOfProfile(`p${n}`, { want })).map(comparable),
  ]);
}

/** What they should find, cut to the first so many. */
function due(truth: readonly OracleMatch[], most = Infinity): OracleMatch[][] {
  return IDS.flatMap((n) => [
    ranked(
      truth.filter((match) => match.vacancyId === `v${n}`),
      (match) => match.profileId,
    ).slice(0, most),
    ranked(
      truth.filter((match) => match.profileId === `p${n}`),
      (match) => match.vacancyId,
    ).slice(0, most),
  ]);
}

it('finds exactly who has everything that is required', () => {
  fc.assert(
    fc.property(histories, taxonomies, (steps, taxonomy) => {
      const world = play(steps, taxonomy);
      const truth = bruteForceStrict(world.vacancies, world.profiles, taxonomy);
      expect(found(world, { mode: 'strict' })).toEqual(due(truth));
    }),
    RUNS,
  );
});

it('finds exactly who reaches a threshold, and nobody below the floor', () => {
  fc.assert(
    fc.property(histories, taxonomies, fc.integer({ min: 0, max: 100 }), (steps, taxonomy, threshold) => {
      const world = play(steps, taxonomy);
      const truth = bruteForceMatches(world.vacancies, world.profiles, taxonomy);
      const reaching = truth.filter(({ score }) => score >= threshold);
      expect(found(world, { mode: 'soft', threshold })).toEqual(due(reaching));
    }),
    RUNS,
  );
});

it('finds the best few, ties by id', () => {
  fc.assert(
    fc.property(histories, taxonomies, fc.nat({ max: 4 }), (steps, taxonomy, count) => {
      const world = play(steps, taxonomy);
      const truth = bruteForceMatches(world.vacancies, world.profiles, taxonomy);
      expect(found(world, { mode: 'top', count })).toEqual(due(truth, count));
    }),
    RUNS,
  );
});

it('finds the best few of some partitions', () => {
  fc.assert(
    fc.property(histories, taxonomies, fc.nat({ max: 2 }), (steps, taxonomy, partition) => {
      const { engine, vacancies, profiles } = play(steps, taxonomy);
      const truth = bruteForceMatches(vacancies, profiles, taxonomy);
      for (const n of IDS) {
        const of = truth.filter(
          (match) => match.vacancyId === `v${n}` && partitionIn(match.profileId) === partition,
        );
        const query = {
          want: { mode: 'top', count: 2 },
          partitionFilter: (p: number) => p === partition,
        } as const;
        const best = drain(engine.matchesOfVacancy(`v${n}`, query)).map(comparable);
        expect(best).toEqual(ranked(of, (match) => match.profileId).slice(0, 2));
      }
    }),
    RUNS,
  );
});

const SUPPOSED = ['s0', 's1', 's4', 's7', 's10', 's13', 'unheard-of', 's0'];

it('counts exactly what one more skill would newly bring, and names the best of it', () => {
  fc.assert(
    fc.property(histories, taxonomies, fc.integer({ min: 30, max: 70 }), (steps, taxonomy, threshold) => {
      const { engine, vacancies, profiles } = play(steps, taxonomy);
      for (const profile of profiles) {
        const reached = (someone: ProfileState) =>
          bruteForceMatches(vacancies, [someone], taxonomy).filter(({ score }) => score >= threshold);
        const now = new Set(reached(profile).map(({ vacancyId }) => vacancyId));
        const expected = SUPPOSED.map((skill) => {
          const more = reached({ ...profile, skills: [...profile.skills, { id: skill }] });
          const gained = more.filter(({ vacancyId }) => !now.has(vacancyId));
          const best = ranked(gained, (match) => match.vacancyId)
            .slice(0, 2)
            .map(({ vacancyId, vacancyRevision, score }) => ({ vacancyId, vacancyRevision, score }));
          return { skill, count: gained.length, best };
        });
        expect(drain(engine.whatIf(profile.id, SUPPOSED, { threshold, best: 2 }))).toEqual(expected);
      }
    }),
    RUNS,
  );
});

it('asks what-if for the person\u2019s own threshold, at least the floor', () => {
  const engine = createMatchEngine(aTaxonomy());
  engine.putVacancy(aVacancy({ skills: asks(['a', 'b', 'c', 'd', 'e']) }));
  engine.putProfile(aProfile({ skills: has('a', 'b'), alertThreshold: 0 }), 0);
  engine.putProfile(aProfile({ id: 'profile-2', skills: has('a', 'b'), alertThreshold: 40 }), 0);
  expect(drain(engine.whatIf('profile-1', ['c']))).toMatchObject([{ count: 0 }]);
  expect(drain(engine.whatIf('profile-2', ['c']))).toEqual([
    { skill: 'c', count: 1, best: [{ vacancyId: 'vacancy-1', vacancyRevision: 1, score: 43 }] },
  ]);
});

it('says what is wrong with a question, and answers none with nothing', () => {
  const engine = createMatchEngine(aTaxonomy());
  engine.putProfile(aProfile({ location: LEEDS }), 0);
  const ask = (want: Want) => drain(engine.matchesOfProfile('profile-1', { want }));
  expect(() => ask({ mode: 'soft', threshold: NaN })).toThrow('threshold: give a number');
  expect(() => ask({ mode: 'top', count: -1 })).toThrow('count: give a whole number');
  expect(() => ask({ mode: 'top', count: 1.5 })).toThrow('count: give a whole number');
  expect(() => drain(engine.whatIf('profile-1', Array(201).fill('a')))).toThrow('skillIds: 201 are too many');
  expect(ask({ mode: 'top', count: 0 })).toEqual([]);
  expect(ask({ mode: 'soft', threshold: 101 })).toEqual([]);
  expect(drain(engine.whatIf('nobody', ['a']))).toEqual([]);
  expect(drain(engine.whatIf('profile-1', []))).toEqual([]);
});
