import { matchSet, type Match, type VacancyState } from '@jobwire/contracts';
import { createMatchEngine, drain } from '@jobwire/matcher';
import { currentJourney, decode, UnavailableError, type NewRecord, type Saying } from '@jobwire/messaging';
import { aProfileState, aVacancyState } from '@jobwire/testing';
import type { AddressedSet } from '../../application/ports.js';
import { LogMatchSets } from './log-match-sets.js';

const taxonomy = {
  version: 'test',
  idf: () => 4,
  relations: (id: string) => (id === 'wounds' ? [{ id: 'ulcers', relation: 'related' as const }] : []),
  iscoOf: () => '2221',
};
const person = aProfileState({
  skills: [{ id: 'wounds', level: 3 }, { id: 'care' }, { id: 'blood' }],
  occupations: ['nurse'],
  remote: true,
  minimumSalary: 30_000,
  contracts: ['permanent'],
  hours: ['full-time'],
});
const people = [
  person,
  { ...person, id: 'easy', minimumSalary: undefined, contracts: [], hours: [], occupations: [] },
];

function job(id: string, changes: Partial<VacancyState>): VacancyState {
  const asked = ['ulcers', 'care', 'blood', 'cooking'].map((skill) => ({
    id: skill,
    label: skill,
    known: true,
  }));
  return aVacancyState({
    id,
    skills: { required: asked.slice(0, 2), desired: asked.slice(2) },
    occupation: { id: 'nurse', label: 'Nurse' },
    ...changes,
  });
}
const jobs = [
  job('near', { yearlySalary: { min: 31_000, max: 36_000 }, contract: 'permanent', hours: 'full-time' }),
  job('silent', { occupation: undefined }),
  job('remote', { remote: 'full', yearlySalary: { min: 20_000, max: 33_000 } }),
  job('nationwide', { location: { label: '', nationwide: true } }),
  job('midwifery', { occupation: { id: 'midwife', label: 'Midwife' } }),
];

function everyMatch(): Match[] {
  const engine = createMatchEngine(taxonomy);
  for (const one of people) engine.putProfile(one, 0);
  for (const one of jobs) engine.putVacancy(one);
  return jobs.flatMap(({ id }) => drain(engine.matchesOfVacancy(id)).map((match) => match.toMatch()));
}

function setOf(matches: Match[]): AddressedSet {
  const subject = { kind: 'vacancy', id: 'v', revision: 1 } as const;
  return {
    partition: 3,
    journey: currentJourney(),
    set: { subject, epoch: 1, scorer: 'test', matches, last: true },
  };
}

/** What one append after the other holds; those with a number in `failing` fail first. */
async function appended(sets: readonly AddressedSet[], failing: readonly number[] = []) {
  const appends: NewRecord[][] = [];
  const fails = new Set(failing);
  const publishAll = async (sayings: readonly Saying[]) => {
    if (fails.delete(appends.length)) throw new UnavailableError('The log is away.');
    appends.push(sayings.map((one) => one.encode({ source: 'matching', time: new Date(0) })));
    return [];
  };
  await new LogMatchSets({ publishAll }, () => Promise.resolve()).publish(sets);
  return appends;
}

const read = (record: NewRecord) => {
  const decoded = decode({ ...record, partition: 3, offset: 0, timestamp: 0 }, [matchSet]);
  return decoded.ok ? decoded.event.data : decoded.failure;
};

it('writes what the engine finds just as it is declared, no field more and none less', async () => {
  const matches = everyMatch();
  expect(matches.length).toBeGreaterThanOrEqual(2 * jobs.length - 1);
  const [[record] = []] = await appended([setOf(matches)]);
  expect(record).toMatchObject({ topic: matchSet.topic.name, key: 'v', partition: 3 });
  expect(record === undefined ? undefined : read(record)).toEqual(setOf(matches).set);
  expect(JSON.parse(String(record?.value))).toEqual(setOf(matches).set);
});

it('waits while the log is away, and leaves nothing out', async () => {
  const sets = Array.from({ length: 250 }, (_, n) => ({ ...setOf([]), partition: n }));
  const appends = await appended(sets, [0, 1]);
  expect(appends.flat().map(({ partition }) => partition)).toEqual(sets.map(({ partition }) => partition));
});
