// Worked examples: the numbers are reckoned by hand from the formulas in README.md.
import type { Match, ProfileState, VacancyState } from '@jobwire/contracts';
import { createMatchEngine } from '../engine/create-match-engine.js';
import { drain } from '../match-engine.js';
import type { MatchingTaxonomy } from '../matching-taxonomy.js';
import { LEEDS, aProfile, aTaxonomy, aVacancy, asks, has } from '../testing/builders.js';

const FIVE = ['a', 'b', 'c', 'd', 'e'];
const TEN = ['generic', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
const NURSING = aTaxonomy({
  idf: { generic: 2.3 },
  isco: { nurse: '2221', 'ward nurse': '2221', midwife: '2222', driver: '8322' },
  relations: { special: [{ id: 'a', relation: 'broader' }], wide: [{ id: 'a', relation: 'narrower' }] },
});

function matchOf(
  vacancy: VacancyState,
  profile: ProfileState,
  taxonomy: MatchingTaxonomy = NURSING,
): Match | undefined {
  const engine = createMatchEngine(taxonomy);
  engine.putVacancy(vacancy);
  engine.putProfile(profile, 0);
  return drain(engine.matchesOfVacancy(vacancy.id))[0]?.toMatch();
}

function pointsOf(match: Match | undefined): Record<string, number> | undefined {
  return (
    match &&
    Object.fromEntries(match.reasons.filter(({ of }) => of > 0).map(({ part, points }) => [part, points]))
  );
}

/** Ten typical skills: five of them are enough. */
const WORDY = [...FIVE, 'f', 'g', 'h', 'i', 'j'];

const nurse = aProfile({ skills: has(...FIVE), occupations: ['nurse'], minimumSalary: 30_000 });
const job = aVacancy({
  skills: asks(FIVE),
  occupation: { id: 'nurse', label: 'nurse' },
  yearlySalary: { min: 31_000, max: 38_000 },
});
const { occupation: _o, yearlySalary: _y, ...bareJob } = job;

it.each<[string, VacancyState, ProfileState, Record<string, number>]>([
  ['everything fits', job, nurse, { skills: 55, occupation: 15, distance: 10, salary: 10 }],
  [
    'all skills, and nothing else is stated',
    bareJob,
    nurse,
    { skills: 55, occupation: 0, distance: 10, salary: 0 },
  ],
  [
    'all skills, fully remote',
    { ...bareJob, remote: 'full' },
    aProfile({ skills: has(...FIVE), remote: true, location: { latitude: 51, longitude: 0 } }),
    { skills: 55, occupation: 0, distance: 0, salary: 0 },
  ],
  [
    'four of five skills',
    bareJob,
    aProfile({ skills: has('a', 'b', 'c', 'd') }),
    { skills: 44, occupation: 0, distance: 10, salary: 0 },
  ],
  [
    'an expert in all',
    job,
    { ...nurse, skills: FIVE.map((id) => ({ id, level: 4 })) },
    { skills: 65, occupation: 15, distance: 10, salary: 10 },
  ],
  [
    'a beginner in all',
    job,
    { ...nurse, skills: FIVE.map((id) => ({ id, level: 1 })) },
    { skills: 46, occupation: 15, distance: 10, salary: 10 },
  ],
  [
    'another title of the same unit group',
    job,
    { ...nurse, occupations: ['ward nurse'] },
    { skills: 55, occupation: 12, distance: 10, salary: 10 },
  ],
  [
    'a title of the same minor group',
    job,
    { ...nurse, occupations: ['midwife'] },
    { skills: 55, occupation: 8, distance: 10, salary: 10 },
  ],
  [
    'pay that reaches the minimum only at its top',
    { ...job, yearlySalary: { min: 25_000, max: 30_000 } },
    nurse,
    { skills: 55, occupation: 15, distance: 10, salary: 5 },
  ],
  [
    '26 km away',
    job,
    { ...nurse, location: { ...LEEDS, latitude: LEEDS.latitude + 0.2338 } },
    { skills: 55, occupation: 15, distance: 5, salary: 10 },
  ],
  [
    'something narrower than one of the skills',
    bareJob,
    aProfile({ skills: has('special', 'b', 'c', 'd', 'e') }),
    { skills: 54, occupation: 0, distance: 10, salary: 0 },
  ],
  [
    'something broader than one of the skills',
    bareJob,
    aProfile({ skills: has('wide', 'b', 'c', 'd', 'e') }),
    { skills: 51, occupation: 0, distance: 10, salary: 0 },
  ],
  [
    'four of the ten skills that a wordy advert names',
    { ...bareJob, skills: asks(WORDY) },
    aProfile({ skills: has('a', 'b', 'c', 'd') }),
    { skills: 44, occupation: 0, distance: 10, salary: 0 },
  ],
  [
    'seven of the ten skills that a wordy advert names',
    { ...bareJob, skills: asks(WORDY) },
    aProfile({ skills: has(...WORDY.slice(0, 7)) }),
    { skills: 65, occupation: 0, distance: 10, salary: 0 },
  ],
  [
    'the occupation alone',
    job,
    aProfile({ skills: has('z'), occupations: ['nurse'], minimumSalary: 30_000 }),
    { skills: 0, occupation: 15, distance: 10, salary: 10 },
  ],
  [
    'one generic skill is all that was found in the text',
    { ...job, skills: asks(['generic']) },
    { ...nurse, skills: has('generic') },
    { skills: 9, occupation: 15, distance: 10, salary: 10 },
  ],
])('%s', (_, vacancy, profile, points) => {
  expect(pointsOf(matchOf(vacancy, profile))).toEqual(points);
});

it.each<[string, VacancyState, ProfileState]>([
  [
    'one common skill of ten',
    { ...job, skills: asks(TEN) },
    aProfile({ skills: has('generic'), minimumSalary: 30_000 }),
  ],
  [
    'one generic skill where nothing else was found',
    { ...bareJob, skills: asks(['generic']) },
    aProfile({ skills: has('generic') }),
  ],
  ['a vacancy that asks nothing', { ...bareJob, skills: asks([]) }, nurse],
  ['a profile that is empty', job, aProfile({ skills: [], occupations: [] })],
])('%s is no match', (_, vacancy, profile) => {
  expect(matchOf(vacancy, profile)).toBeUndefined();
});

it('counts a required skill as two desired ones', () => {
  const vacancy = aVacancy({ skills: asks(['a', 'b'], ['c', 'd']) });
  expect(pointsOf(matchOf(vacancy, aProfile({ skills: has('a', 'b') })))?.['skills']).toBe(
    Math.round(65 * 0.85 * (4 / 6)),
  );
});

it('gives all points of the wishes when every wish is met', () => {
  const wishes = { ...nurse, contracts: ['permanent' as const], hours: ['part-time' as const] };
  const match = matchOf({ ...job, contract: 'permanent', hours: 'either' }, wishes);
  expect(match?.personReasons.map(({ part, points }) => [part, points])).toEqual([
    ['skills', 20],
    ['occupation', 25],
    ['distance', 20],
    ['salary', 15],
    ['contract', 10],
    ['hours', 10],
  ]);
});

function whoLivesEast(degrees: number): ProfileState {
  return { ...nurse, location: { ...LEEDS, longitude: LEEDS.longitude + degrees } };
}

it('scores two homes of equal distance alike, whichever way they lie', () => {
  expect(matchOf(job, whoLivesEast(0.1))).toEqual(matchOf(job, whoLivesEast(-0.1)));
});

it('shows a person to all employers but the hidden, and alerts from the threshold on', () => {
  expect(matchOf(job, { ...nurse, alertThreshold: 90 })).toMatchObject({
    score: 90,
    alert: true,
    visible: true,
  });
  expect(matchOf(job, { ...nurse, alertThreshold: 91 })).toMatchObject({ alert: false });
  expect(matchOf(job, { ...nurse, hideFrom: ['acme'] })).toMatchObject({ alert: true, visible: false });
  expect(matchOf(job, { ...nurse, visible: false })).toMatchObject({ alert: true, visible: false });
});
