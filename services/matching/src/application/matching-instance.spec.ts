import {
  compaction,
  profileState,
  vacancyState,
  type EventDefinition,
  type ProfileState,
} from '@jobwire/contracts';
import { createMatchEngine } from '@jobwire/matcher';
import { decode, encode, type Assignment, type GroupMember, type OffsetCommit } from '@jobwire/messaging';
import { aProfileState, aVacancyState } from '@jobwire/testing';
import { readProgress, writeProgress, type Progress } from '../domain/progress.js';
import { Commits } from './commits.js';
import { MatchingInstance } from './matching-instance.js';
import type { AddressedSet } from './ports.js';
import { VacancyPositions } from './vacancy-positions.js';

const NOW = new Date('2026-01-05T09:00:00Z');
const topic = profileState.topic.name;
const taxonomy = { version: 'test', idf: () => 4, relations: () => [], iscoOf: () => undefined };
const person = aProfileState({ id: 'person', location: undefined });

/** Partition 0 of profiles is empty, and so many vacancies were said after its former owner committed. */
function anInstance(vacancies: number, commit: Partial<Progress> = {}) {
  const engine = createMatchEngine(taxonomy);
  const lines = Array.from({ length: vacancies }, (_, n) => `v${n} 0 ${n}\n`).join('');
  const former = { epoch: 1, vacancies: [0], at: NOW.getTime(), scorer: engine.scorer, offset: 0, ...commit };
  const log = {
    committed: async () => new Map([[0, { offset: 0, metadata: writeProgress(former) }]]),
    watermarks: async () => [{ partition: 0, low: 0, high: 0 }],
  };
  const said: AddressedSet[] = [];
  const publishings: number[] = [];
  const committed: OffsetCommit[] = [];
  const whilePublishing = { once: (): void => undefined };
  const instance = new MatchingInstance({
    log,
    clock: { now: () => NOW },
    commits: new Commits(log, 1),
    breathe: async () => undefined,
    beginning: { engine, positions: VacancyPositions.from([vacancies], lines), profiles: new Map() },
    sets: {
      publish: async (sets) => {
        said.push(...sets);
        publishings.push(sets.length);
        whilePublishing.once();
      },
    },
  });
  const whileCommitting = { once: (): void => undefined };
  const member = {
    commit: async (_: number, offsets: readonly OffsetCommit[]) => {
      committed.push(...offsets);
      whileCommitting.once();
    },
  } as GroupMember;
  return { instance, member, said, publishings, committed, whilePublishing, whileCommitting };
}

const assignment = (generation: number): Assignment => ({
  generation,
  partitions: [{ topic, partition: 0 }],
});

const batchThatIs = (stale: boolean) => ({
  topic,
  partition: 0,
  records: [],
  high: 1,
  heartbeat: async () => undefined,
  isStale: () => stale,
});

function read<State>(declared: EventDefinition<State>, state: State, offset: number) {
  const record = encode(declared, state, { source: 'test', time: NOW });
  const decoded = decode({ ...record, partition: 0, offset, timestamp: 0 }, [declared]);
  if (!decoded.ok) throw new Error(decoded.failure.reason);
  return { offset, event: decoded.event };
}

const aPerson = (changes: Partial<ProfileState> = {}, offset = 0) =>
  read(profileState, { ...person, ...changes }, offset);

it('neither says to its end nor commits a gap whose partition is given up meanwhile', async () => {
  const { instance, member, said, committed, whilePublishing } = anInstance(250);
  whilePublishing.once = () => instance.revoked(assignment(1));
  await instance.assigned(assignment(1), member);
  expect(said).toHaveLength(200);
  const vectors = committed.map(({ offset, metadata }) => readProgress(offset, metadata)?.vacancies);
  expect(vectors).toEqual([[0]]);
});

it('commits a gap that was said to its end', async () => {
  const { instance, member, said, committed } = anInstance(120);
  await instance.assigned(assignment(1), member);
  expect(said).toHaveLength(120);
  const vectors = committed.map(({ offset, metadata }) => readProgress(offset, metadata)?.vacancies);
  expect(vectors).toEqual([[0], [120]]);
});

it.each([
  ['a commit younger than tombstones live', { at: NOW.getTime() - compaction.deleteRetentionMs + 1 }, 0],
  ['one as old', { at: NOW.getTime() - compaction.deleteRetentionMs }, 121],
  ['one of another scorer', { scorer: 'another' }, 121],
])('after %s says what is in the gap, or everything and that it was everything', async (_, commit, sets) => {
  const { instance, member, said } = anInstance(120, { vacancies: [120], ...commit });
  await instance.assigned(assignment(1), member);
  expect(said).toHaveLength(sets);
  expect(said.slice(120).map(({ set }) => set.subject)).toEqual(sets === 0 ? [] : [{ kind: 'all' }]);
});

it('does not take into its hands what is given up while it is announced', async () => {
  const { instance, member, said, whileCommitting } = anInstance(120);
  whileCommitting.once = () => instance.revoked(assignment(1));
  expect(await instance.assigned(assignment(1), member)).toEqual([]);
  expect({ said, held: instance.holdings.all() }).toEqual({ said: [], held: [] });
});

it.each([
  [true, { said: 0, next: 0 }],
  [false, { said: 1, next: 1 }],
])(
  'takes no batch of a former assignment, though it has the partition again (stale: %s)',
  async (stale, then) => {
    const { instance, member, said } = anInstance(0);
    await instance.assigned(assignment(1), member);
    instance.revoked(assignment(1));
    await instance.assigned(assignment(2), member);
    await instance.profiles(batchThatIs(stale), [aPerson()]);
    expect({ said: said.length, next: instance.holdings.get(0)?.offset }).toEqual(then);
  },
);

it('says a vacancy that fits many as far as the log takes it, and all of it before it is committed', async () => {
  const { instance, member, said, publishings, committed } = anInstance(0);
  await instance.assigned(assignment(1), member);
  const skills = ['a', 'b', 'c'].map((id) => ({ id }));
  const people = Array.from({ length: 2345 }, (_, n) =>
    aPerson({ id: `person-${n}`, remote: true, skills }, n),
  );
  await instance.profiles(batchThatIs(false), people);
  said.length = publishings.length = 0;
  const required = skills.map(({ id }) => ({ id, label: id, known: true }));
  const vacancy = aVacancyState({ remote: 'full', skills: { required, desired: [] } });
  const batch = { ...batchThatIs(false), topic: vacancyState.topic.name };
  await instance.vacancies(batch, [read(vacancyState, vacancy, 0)]);
  const before = committed.length;
  await instance.commit();
  expect(publishings).toEqual([10, 10, 4]);
  expect(new Set(said.flatMap(({ set }) => set.matches.map(({ profileId }) => profileId))).size).toBe(2345);
  expect(said.map(({ set }) => set.last).indexOf(true)).toBe(23);
  const { offset = -1, metadata = '' } = committed[before] ?? {};
  expect(readProgress(offset, metadata)).toMatchObject({ offset: 2345, vacancies: [1] });
});
