// Random markets for fast-check: few ids, skewed skills and many ties, so that every rule is met and crossed.
import { type ProfileState, type VacancyState, contracts, hours, remoteKinds } from '@jobwire/contracts';
import * as fc from 'fast-check';
import type { MatchingTaxonomy, SkillRelation } from '../matching-taxonomy.js';
import { aProfile, aTaxonomy, aVacancy, asks } from './builders.js';

const SKILLS = Array.from({ length: 14 }, (_, at) => `s${at}`);
const OCCUPATIONS = ['nurse', 'midwife', 'carer', 'driver', 'unlisted-a', 'unlisted-b'];
const ISCO = { nurse: '2221', midwife: '2222', carer: '2221', driver: '8322' };
const EMPLOYERS = ['acme', 'beta', 'gamma'];

/** Squared, so that s0 is in about a quarter of all draws and s13 in few. */
const skill = fc.nat({ max: 999 }).map((n) => `s${Math.floor((n / 1000) ** 2 * SKILLS.length)}`);
const skills = fc.array(skill, { maxLength: 5, size: 'max' });
const occupation = fc.constantFrom(...OCCUPATIONS);
const id = (kind: string) => fc.integer({ min: 1, max: 6 }).map((n) => `${kind}${n}`);
const revision = fc.integer({ min: 1, max: 5 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 5 });

/**
 * Mostly a grid of about 2 miles, where equal distances are common, or one of another region 25 miles away; sometimes
 * anywhere, or nowhere on Earth.
 */
const point = fc.oneof(
  { weight: 14, arbitrary: fc.record({ latitude: grid(53.8), longitude: grid(-1.55) }) },
  { weight: 4, arbitrary: fc.record({ latitude: grid(54.1), longitude: grid(-1.2) }) },
  { weight: 1, arbitrary: fc.record({ latitude: fc.double(), longitude: fc.double() }) },
  {
    weight: 1,
    arbitrary: fc.record({ latitude: fc.constantFrom(-90, 90), longitude: fc.constantFrom(-180, 180) }),
  },
);

function grid(origin: number): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: 5 }).map((step) => origin + step * 0.03);
}

export const taxonomies: fc.Arbitrary<MatchingTaxonomy> = fc
  .record({
    idf: fc.array(fc.constantFrom(-1, 0, 1.5, 3, 4.7, 4.7, 6, 7.3), {
      minLength: SKILLS.length,
      maxLength: SKILLS.length,
    }),
    relations: fc.array(fc.array(relation(), { maxLength: 4 }), {
      minLength: SKILLS.length,
      maxLength: SKILLS.length,
    }),
  })
  .map(({ idf, relations }) => aTaxonomy({ idf: bySkill(idf), relations: bySkill(relations), isco: ISCO }));

function relation(): fc.Arbitrary<SkillRelation> {
  return fc.record({ id: skill, relation: fc.constantFrom('narrower', 'broader', 'related') });
}

function bySkill<T>(values: readonly T[]): Record<string, T> {
  return Object.fromEntries(values.map((value, at) => [`s${at}`, value]));
}

export const vacancies: fc.Arbitrary<VacancyState> = fc
  .record({
    id: id('v'),
    revision,
    status: fc.constantFrom('open', 'open', 'open', 'open', 'open', 'open', 'closed', 'expired'),
    employer: fc.constantFrom(...EMPLOYERS).map((name) => ({ id: name, name })),
    remote: fc.constantFrom('none', ...remoteKinds),
    location: maybe(
      fc.record({ point: maybe(point), isNationwide: fc.integer({ min: 0, max: 5 }).map((n) => n === 0) }),
    ),
    required: skills,
    desired: skills,
    mustHaves: fc.integer({ min: 0, max: 9 }).map((n) => Math.max(0, n - 7)),
    forgotten: fc.array(skill, { maxLength: 1 }),
    occupation: maybe(occupation),
    yearlySalary: maybe(fc.record({ min: maybe(pay()), max: maybe(pay()) })),
    contract: maybe(fc.constantFrom(...contracts)),
    hours: maybe(fc.constantFrom(...hours, 'either' as const)),
  })
  .map(({ location, required, desired, mustHaves, forgotten, occupation: job, ...rest }) =>
    without(
      aVacancy({
        ...without(rest),
        skills: asks(required, desired),
        mustHave: mustHaves === 0 ? [] : [...required.slice(0, mustHaves), ...forgotten.slice(mustHaves)],
        ...(job && { occupation: { id: job, label: job } }),
        location: { label: '', nationwide: location?.isNationwide ?? false, ...location?.point },
      }),
    ),
  );

export const profiles: fc.Arbitrary<ProfileState> = fc
  .record({
    id: id('p'),
    revision,
    skills: fc.array(fc.record({ id: skill, level: maybe(fc.integer({ min: 1, max: 4 })) }), {
      maxLength: 16,
      size: 'max',
    }),
    occupations: fc.array(occupation, { maxLength: 3 }),
    location: maybe(point),
    radiusMiles: fc.constantFrom(1, 5, 10, 25, 25, 40, 200),
    remote: fc.boolean(),
    minimumSalary: maybe(fc.oneof(pay(), fc.constant(0))),
    contracts: seldom(fc.subarray([...contracts])),
    hours: seldom(fc.subarray([...hours])),
    visible: fc.boolean(),
    hideFrom: fc.subarray(EMPLOYERS),
    alertThreshold: fc.constantFrom(0, 30, 50, 60, 100),
  })
  .map(({ location, ...rest }) => {
    const { location: _, ...profile } = aProfile(without({ ...rest, skills: rest.skills.map(without) }));
    return location ? { ...profile, location } : profile;
  });

/** An empty list, which wishes for anything, half of the time. */
function seldom<T>(wishes: fc.Arbitrary<T[]>): fc.Arbitrary<T[]> {
  return fc.oneof(fc.constant<T[]>([]), wishes);
}

/** Few amounts, so that what is paid often equals what is asked. */
function pay(): fc.Arbitrary<number> {
  return fc.constantFrom(20_000, 25_000, 30_000, 40_000);
}

type Stated<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Absent instead of undefined, as parsed records are. */
function without<T extends object>(record: T): Stated<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Stated<T>;
}
