import { drain } from '../match-engine.js';
import { LEEDS, aProfile, aTaxonomy, aVacancy, asks, has } from '../testing/builders.js';
import { LOOPS } from '../testing/loops.js';
import { createMatchEngine } from './create-match-engine.js';
import { IndexedMatchEngine } from './indexed-match-engine.js';

const MANY = Array.from({ length: 1000 }, (_, at) => `s${at}`);

function engineWith(vacancy = aVacancy(), profile = aProfile(), taxonomy = aTaxonomy()) {
  const engine = createMatchEngine(taxonomy);
  engine.putVacancy(vacancy);
  engine.putProfile(profile, 0);
  return engine;
}

it('has not heard of a state that failed', () => {
  let fails = true;
  const idf = () => {
    if (fails) throw new Error('no table');
    return 4;
  };
  const engine = createMatchEngine({ ...aTaxonomy(), idf });
  const profile = aProfile({ skills: [{ id: 'skill:x' }] });
  expect(() => engine.putProfile(profile, 0)).toThrow('no table');
  fails = false;
  expect(engine.putProfile(profile, 0)).toBe(true);
});

it('answers with nothing while it is empty', () => {
  const engine = createMatchEngine(aTaxonomy());
  expect(drain(engine.matchesOfVacancy('x'))).toEqual([]);
  expect(drain(engine.matchesOfProfile('x'))).toEqual([]);
  expect(drain(engine.dropProfiles(3))).toBe(0);
  expect(engine.vacancyRevision('x')).toBeUndefined();
  expect(engine.sizes()).toMatchObject({ vacancies: 0, profiles: 0, stubs: 0 });
});

it('remembers the end of what it never knew, so that an older state cannot come', () => {
  const engine = createMatchEngine(aTaxonomy());
  expect(engine.endVacancy('vacancy-1', 2)).toBe(true);
  expect(engine.putVacancy(aVacancy({ revision: 2 }))).toBe(false);
  expect(engine.putVacancy(aVacancy({ revision: 3 }))).toBe(true);
});

it('lets a partition that was given up come back with the same revisions', () => {
  const engine = engineWith();
  expect(drain(engine.dropProfiles(0))).toBe(1);
  expect(drain(engine.matchesOfVacancy('vacancy-1'))).toEqual([]);
  expect(engine.putProfile(aProfile(), 0)).toBe(true);
  expect(drain(engine.matchesOfVacancy('vacancy-1'))).toHaveLength(1);
});

it('forgets with a partition only who is still in it', () => {
  const engine = engineWith();
  drain(engine.dropProfiles(0));
  engine.putProfile(aProfile(), 1);
  expect(drain(engine.dropProfiles(0))).toBe(0);
  engine.putProfile(aProfile({ revision: 2 }), 2);
  expect(drain(engine.dropProfiles(1))).toBe(0);
  expect(drain(engine.dropProfiles(2))).toBe(1);
});

it.each([NaN, Infinity, -Infinity, 91, 1e308])('takes a latitude of %p for no place', (latitude) => {
  const lost = aProfile({ location: { ...LEEDS, latitude } });
  expect(drain(engineWith(aVacancy(), lost).matchesOfVacancy('vacancy-1'))).toEqual([]);
  const unmapped = aVacancy({ location: { label: '', nationwide: false, ...LEEDS, latitude } });
  expect(drain(engineWith(unmapped).matchesOfVacancy('vacancy-1'))).toEqual([]);
});

it('takes pay that is no number for not stated', () => {
  const match = drain(
    engineWith(aVacancy({ yearlySalary: { max: NaN } }), aProfile({ minimumSalary: 1 })).matchesOfProfile(
      'profile-1',
    ),
  )[0];
  expect(match?.toMatch().reasons).toContainEqual({
    part: 'salary',
    points: 0,
    of: 10,
    reading: 'not-stated',
  });
});

it.each([2 ** 32, 1e12, 33_333.5])('compares pay of %p as it is', (pay) => {
  const paid = aVacancy({ yearlySalary: { min: pay, max: pay } });
  const wanting = (minimumSalary: number) => engineWith(paid, aProfile({ minimumSalary }));
  expect(drain(wanting(pay).matchesOfVacancy('vacancy-1'))).toHaveLength(1);
  expect(drain(wanting(pay).matchesOfProfile('profile-1'))).toHaveLength(1);
  expect(drain(wanting(pay + 0.25).matchesOfVacancy('vacancy-1'))).toEqual([]);
  expect(drain(wanting(pay + 0.25).matchesOfProfile('profile-1'))).toEqual([]);
});

it('takes an id twice for a newer state, or for nothing where it is no newer', () => {
  const engine = engineWith();
  expect(engine.putProfile(aProfile({ skills: [] }), 0)).toBe(false);
  expect(drain(engine.matchesOfVacancy('vacancy-1'))).toHaveLength(1);
  expect(engine.putProfile(aProfile({ revision: 2, skills: [], occupations: [] }), 0)).toBe(true);
  expect(drain(engine.matchesOfVacancy('vacancy-1'))).toEqual([]);
  expect(engine.sizes().profiles).toBe(1);
});

it('matches a skill that is in no taxonomy by its id, as rare as the taxonomy says', () => {
  const unheard = ['no-such-skill', 'nor-this', 'nor-that'];
  const engine = engineWith(
    aVacancy({ skills: asks(unheard) }),
    aProfile({ skills: unheard.map((id) => ({ id })) }),
  );
  expect(drain(engine.matchesOfProfile('profile-1'))).toHaveLength(1);
});

it.each([NaN, Infinity, -5])('gives a skill of idf %p no weight', (idf) => {
  const engine = engineWith(
    aVacancy({ skills: asks(['a', 'b', 'c', 'odd']) }),
    aProfile(),
    aTaxonomy({ idf: { odd: idf } }),
  );
  expect(drain(engine.matchesOfVacancy('vacancy-1'))[0]?.score).toBe(65);
});

it('counts a skill once, however often it is named, and the better of two levels', () => {
  const twice = aProfile({
    skills: [...has('a', 'b'), { id: 'c', level: 1 }, { id: 'c', level: 4 }, { id: 'c' }],
  });
  const once = aProfile({ skills: [...has('a', 'b'), { id: 'c', level: 4 }] });
  const vacancy = aVacancy({ skills: asks(['a', 'a', 'b', 'c'], ['c', 'a']) });
  const [first, second] = [twice, once].map((profile) =>
    drain(engineWith(vacancy, profile).matchesOfVacancy('vacancy-1')),
  );
  expect(first?.map((match) => match.toMatch())).toEqual(second?.map((match) => match.toMatch()));
  expect(first?.[0]?.toMatch().reasons[0]).toMatchObject({
    matched: [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
    missing: [],
  });
});

it.each([101, 102, 1e9, Infinity])('finds nothing from a threshold of %d on', (threshold) => {
  const engine = engineWith();
  const want = { mode: 'soft', threshold } as const;
  expect(drain(engine.matchesOfVacancy('vacancy-1', { want }))).toEqual([]);
  expect(drain(engine.matchesOfProfile('profile-1', { want }))).toEqual([]);
  expect(drain(engine.whatIf('profile-1', ['d'], { threshold }))).toEqual([
    { skill: 'd', count: 0, best: [] },
  ]);
});

it('takes a thousand skills on either side', () => {
  const engine = engineWith(aVacancy({ skills: asks(MANY) }), aProfile({ skills: has(...MANY) }));
  expect(drain(engine.matchesOfVacancy('vacancy-1'))[0]?.score).toBe(75);
});

/** Enough for one vacancy to take several slices. */
function crowdedEngine(people: number, sharedFrom: number) {
  const engine = new IndexedMatchEngine(aTaxonomy(), { sharedFrom });
  engine.putVacancy(aVacancy());
  for (let n = 0; n < people; n++) engine.putProfile(aProfile({ id: `p${n}` }), n % 12);
  return engine;
}

it.each(LOOPS)('yields between slices and loses nothing by it, by $by', ({ sharedFrom }) => {
  const engine = crowdedEngine(30_000, sharedFrom);
  let breaths = 0;
  const slices = engine.matchesOfVacancy('vacancy-1');
  let step = slices.next();
  for (; step.done !== true; step = slices.next()) breaths++;
  expect(breaths).toBeGreaterThan(1);
  expect(step.value).toHaveLength(30_000);
});

it('finds everything though the postings move to WebAssembly while it breathes', () => {
  const engine = crowdedEngine(30_000, 2 ** 20);
  const slices = engine.matchesOfVacancy('vacancy-1');
  slices.next();
  expect(engine.sizes().sharedBytes).toBe(0);
  for (let n = 0; n < 30_000; n++) engine.putProfile(aProfile({ id: `q${n}` }), n % 12);
  expect(engine.sizes().sharedBytes).toBeGreaterThan(2 ** 20);
  expect(drain(slices)).toHaveLength(60_000);
});

it.each(LOOPS)('finds everything though the index changes and others search, by $by', ({ sharedFrom }) => {
  const engine = crowdedEngine(30_000, sharedFrom);
  const [slices, others] = [engine.matchesOfVacancy('vacancy-1'), engine.matchesOfVacancy('vacancy-1')];
  let step = slices.next();
  for (let n = 0; step.done !== true; n++) {
    engine.putProfile(aProfile({ id: `p${n}`, revision: 2, radiusMiles: 30 }), n % 12);
    others.next();
    step = slices.next();
  }
  expect(step.value).toHaveLength(30_000);
});

const LENGTHS = [1900, 1950, 2000, 2048, 2049].flatMap((first) =>
  LOOPS.map((loops) => ({ first, ...loops })),
);

describe.each(LENGTHS)(
  'long lists read one after the other, $first and more, by $by',
  ({ first, sharedFrom }) => {
    const asked = Array.from({ length: first + 2200 }, (_, n) => (n < first ? 'a' : 'b'));
    const rare = aTaxonomy({ idf: { a: 14, b: 14 } });

    it('leave out nobody', () => {
      const engine = new IndexedMatchEngine(rare, { sharedFrom });
      engine.putVacancy(aVacancy({ skills: asks(['a', 'b']) }));
      asked.forEach((skill, n) => engine.putProfile(aProfile({ id: `p${n}`, skills: has(skill) }), 0));
      expect(drain(engine.matchesOfVacancy('vacancy-1'))).toHaveLength(asked.length);
    });

    it('leave out no vacancy', () => {
      const engine = new IndexedMatchEngine(rare, { sharedFrom });
      engine.putProfile(aProfile({ skills: has('a', 'b') }), 0);
      asked.forEach((skill, n) => engine.putVacancy(aVacancy({ id: `v${n}`, skills: asks([skill]) })));
      expect(drain(engine.matchesOfProfile('profile-1'))).toHaveLength(asked.length);
    });
  },
);

it('keeps a match right for its two revisions after both have moved on', () => {
  const engine = engineWith();
  const match = drain(engine.matchesOfVacancy('vacancy-1'))[0];
  const before = match?.toMatch();
  engine.putProfile(aProfile({ revision: 2, skills: [] }), 0);
  engine.endVacancy('vacancy-1', 2);
  expect(match?.toMatch()).toEqual(before);
  expect(drain(engine.matchesOfVacancy('vacancy-1'))).toEqual([]);
});
