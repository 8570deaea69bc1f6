import { type Match, Match as MatchSchema, type Reason } from '@jobwire/contracts';
import * as fc from 'fast-check';
import { IndexedMatchEngine } from './indexed-match-engine.js';
import { type MatchEngine, drain } from '../match-engine.js';
import type { MatchingTaxonomy } from '../matching-taxonomy.js';
import { comparable } from '../testing/comparable.js';
import { Model, type Step, histories, partitionIn, statesIn, take } from '../testing/histories.js';
import { LOOPS } from '../testing/loops.js';
import { type OracleMatch, bruteForceMatches } from '../testing/oracle.js';
import { taxonomies } from '../testing/worlds.js';

/** fast-check prints the seed and the shrunk history when a property fails. */
const RUNS = { numRuns: fc.readConfigureGlobal().numRuns ?? 100 };
const IDS = [1, 2, 3, 4, 5, 6];

interface World {
  readonly engine: MatchEngine;
  readonly model: Model;
  readonly truth: readonly OracleMatch[];
}

function play(steps: readonly Step[], taxonomy: MatchingTaxonomy, sharedFrom = Infinity): World {
  const engine = new IndexedMatchEngine(taxonomy, { mostTogether: 2, sharedFrom });
  const model = new Model();
  for (const step of steps) expect(take(engine, step)).toBe(model.take(step));
  return {
    engine,
    model,
    truth: bruteForceMatches(statesIn(model.vacancies), statesIn(model.profiles), taxonomy),
  };
}

function ranked(matches: readonly OracleMatch[], idOf: (match: OracleMatch) => string): OracleMatch[] {
  return matches.toSorted((a, b) => b.score - a.score || (idOf(a) < idOf(b) ? -1 : 1));
}

function everyMatch({ engine }: World): Match[] {
  return IDS.flatMap((n) => drain(engine.matchesOfVacancy(`v${n}`)).map((match) => match.toMatch()));
}

function byPair(matches: readonly Match[]): ReadonlyMap<string, Match> {
  return new Map(matches.map((match) => [`${match.vacancyId} ${match.profileId}`, match]));
}

function sumOf(reasons: Match['reasons'], of: 'points' | 'of'): number {
  return reasons.reduce((sum, reason) => sum + reason[of], 0);
}

/** Something of this part is not stated, or not there at all. */
function isSilent(reason: Reason): boolean {
  return (
    ('reading' in reason && reason.reading !== 'meets') ||
    ('closeness' in reason && reason.closeness === 'not-stated') ||
    ('reach' in reason && reason.reach === 'nationwide') ||
    ('matched' in reason && reason.matched.length === 0)
  );
}

const SIDES = [
  {
    side: 'vacancy',
    ask: (engine: MatchEngine, n: number) => engine.matchesOfVacancy(`v${n}`),
    isOf: (match: OracleMatch, n: number) => match.vacancyId === `v${n}`,
    otherId: (match: OracleMatch) => match.profileId,
  },
  {
    side: 'person',
    ask: (engine: MatchEngine, n: number) => engine.matchesOfProfile(`p${n}`),
    isOf: (match: OracleMatch, n: number) => match.profileId === `p${n}`,
    otherId: (match: OracleMatch) => match.vacancyId,
  },
];

it.each(LOOPS.flatMap((loops) => SIDES.map((side) => ({ ...loops, ...side }))))(
  'finds for every $side exactly whom or what brute force finds, in order, by $by',
  ({ sharedFrom, ask, isOf, otherId }) => {
    fc.assert(
      fc.property(histories, taxonomies, (steps, taxonomy) => {
        const { engine, truth } = play(steps, taxonomy, sharedFrom);
        for (const n of IDS) {
          const due = truth.filter((match) => isOf(match, n));
          expect(drain(ask(engine, n)).map(comparable)).toEqual(ranked(due, otherId));
        }
      }),
      RUNS,
    );
  },
);

it('says the same of a pair from either side, reasons included', () => {
  fc.assert(
    fc.property(histories, taxonomies, (steps, taxonomy) => {
      const world = play(steps, taxonomy);
      const ofProfiles = IDS.flatMap((n) => drain(world.engine.matchesOfProfile(`p${n}`)));
      expect(byPair(ofProfiles.map((match) => match.toMatch()))).toEqual(byPair(everyMatch(world)));
    }),
    RUNS,
  );
});

it('does not care in which order the newest states arrived', () => {
  fc.assert(
    fc.property(histories, taxonomies, (steps, taxonomy) => {
      const world = play(steps, taxonomy);
      const states = [
        ...statesIn(world.model.vacancies).map((state): Step => ({ do: 'put vacancy', state })),
        ...statesIn(world.model.profiles).map((state): Step => ({ do: 'put profile', state })),
      ];
      expect(everyMatch(play(states.toReversed(), taxonomy))).toEqual(everyMatch(world));
    }),
    RUNS,
  );
});

it('gives matches whose points add up to their scores and that the contract takes', () => {
  fc.assert(
    fc.property(histories, taxonomies, (steps, taxonomy) => {
      for (const match of everyMatch(play(steps, taxonomy))) {
        expect([sumOf(match.reasons, 'points'), sumOf(match.reasons, 'of')]).toEqual([match.score, 100]);
        expect([sumOf(match.personReasons, 'points'), sumOf(match.personReasons, 'of')]).toEqual([
          match.personScore,
          100,
        ]);
        expect(MatchSchema.parse(match)).toEqual(match);
      }
    }),
    RUNS,
  );
});

it('gives no points to a part where either side states nothing', () => {
  fc.assert(
    fc.property(histories, taxonomies, (steps, taxonomy) => {
      const reasons = everyMatch(play(steps, taxonomy)).flatMap((match) => [
        ...match.reasons,
        ...match.personReasons,
      ]);
      expect(reasons.filter((reason) => isSilent(reason) && reason.points > 0)).toEqual([]);
    }),
    RUNS,
  );
});

it('gives the set of one partition when it is asked for one', () => {
  fc.assert(
    fc.property(histories, taxonomies, fc.nat({ max: 2 }), (steps, taxonomy, partition) => {
      const { engine } = play(steps, taxonomy);
      for (const n of IDS) {
        const all = drain(engine.matchesOfVacancy(`v${n}`)).map(comparable);
        const some = drain(
          engine.matchesOfVacancy(`v${n}`, { partitionFilter: (other) => other === partition }),
        );
        expect(some.map(comparable)).toEqual(
          all.filter((match) => partitionIn(match.profileId) === partition),
        );
      }
    }),
    RUNS,
  );
});

it('knows the newest revisions and how many records it holds', () => {
  fc.assert(
    fc.property(histories, taxonomies, (steps, taxonomy) => {
      const { engine, model } = play(steps, taxonomy);
      for (const n of IDS) {
        expect(engine.vacancyRevision(`v${n}`)).toBe(model.vacancies.get(`v${n}`)?.revision);
        expect(engine.profileRevision(`p${n}`)).toBe(model.profiles.get(`p${n}`)?.revision);
      }
      const open = statesIn(model.vacancies).filter((vacancy) => vacancy.status === 'open').length;
      const people = statesIn(model.profiles).length;
      const stubs = model.vacancies.size + model.profiles.size - open - people;
      expect(engine.sizes()).toMatchObject({ vacancies: open, profiles: people, stubs });
    }),
    RUNS,
  );
});
