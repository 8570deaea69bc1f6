import { jest } from '@jest/globals';
import { topics } from '@jobwire/contracts';
import { createMatchEngine, openMatchEngine, scorerVersion, type MatchEngine } from '@jobwire/matcher';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SnapshotFile } from '../adapters/files/snapshot-file.js';
import { Snapshots } from './snapshots.js';
import { VacancyPositions } from './vacancy-positions.js';

const taxonomy = {
  version: 'test',
  idf: () => 4,
  relations: () => [],
  iscoOf: () => undefined,
};
const DAY = 86_400_000;
const SAVED_AT = Date.parse('2026-01-05T09:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'snapshots-'));
const file = join(folder, 'matching-index.snapshot');

interface Circumstances {
  readonly logId?: string;
  readonly now?: number;
  readonly vacancyEnd?: number;
  readonly profileEnd?: number;
  readonly version?: string;
}

function snapshots(circumstances: Circumstances, why: string[]): Snapshots {
  const { logId = 'log', now = SAVED_AT, vacancyEnd = 9, profileEnd = 5, version = 'test' } = circumstances;
  const ends = (topic: string) => (topic === topics.vacancies.name ? vacancyEnd : profileEnd);
  return new Snapshots({
    store: new SnapshotFile(folder),
    log: {
      logId: () => Promise.resolve(logId),
      watermarks: (topic) => Promise.resolve([{ partition: 0, low: 0, high: ends(topic) }]),
    },
    clock: { now: () => new Date(now) },
    breathe: () => Promise.resolve(),
    create: () => createMatchEngine({ ...taxonomy, version }),
    reopen: (take) => openMatchEngine({ ...taxonomy, version }, take),
    refused: (reason) => void why.push(reason),
  });
}

const shown = (engine: MatchEngine): Parameters<Snapshots['save']>[0] => ({
  bytes: 1000,
  forgotten: 0,
  positions: VacancyPositions.from([7], 'v1 0 3\nv2 0 6'),
  show: (look) => look(engine, { at: SAVED_AT, vacancies: [7], profiles: [[0, 5]] }),
});

beforeEach(async () => {
  const engine = createMatchEngine(taxonomy);
  engine.endVacancy('v1', 4);
  await snapshots({}, []).save(shown(engine));
});
afterEach(() => rmSync(file, { force: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function beginning(circumstances: Circumstances) {
  const why: string[] = [];
  const { engine, positions, profiles } = await snapshots(circumstances, why).begin(1);
  return { why, known: engine.vacancyRevision('v1'), next: positions.vector(), profiles, positions };
}

it('begins with the index that was saved, and knows where in the log that stands', async () => {
  const { why, known, next, profiles, positions } = await beginning({});
  expect({ why, known, next, profiles: [...profiles] }).toEqual({
    why: [],
    known: 4,
    next: [7],
    profiles: [[0, 5]],
  });
  expect(positions.since([4])).toEqual(['v2']);
});

it('saves the index as it was shown, whatever happens to it while it is written', async () => {
  const engine = createMatchEngine(taxonomy);
  engine.endVacancy('v1', 6);
  const instance = shown(engine);
  const changing: typeof instance = {
    ...instance,
    show: async (look) => {
      await instance.show(look);
      engine.endVacancy('v1', 7);
    },
  };
  await snapshots({}, []).save(changing);
  expect(await beginning({})).toMatchObject({ why: [], known: 6 });
});

/** Tells how often its index is shown, which is when it is saved. */
function watched(forgotten: number) {
  const instance = shown(createMatchEngine(taxonomy));
  const show = jest.fn<typeof instance.show>((look) => instance.show(look));
  return { ...instance, show, forgotten };
}

describe('when somebody has left the index', () => {
  it('saves anew, once for all who have left by then', async () => {
    const saving = snapshots({}, []);
    await saving.begin(1);
    const [before, after] = [watched(0), watched(2)];
    await saving.saveIfForgotten(before);
    expect(before.show).not.toHaveBeenCalled();
    await saving.saveIfForgotten(after);
    await saving.saveIfForgotten(after);
    expect(after.show).toHaveBeenCalledTimes(1);
  });

  it('has nothing to do after a save for another reason', async () => {
    const saving = snapshots({}, []);
    await saving.begin(1);
    const instance = watched(1);
    await saving.save(instance);
    await saving.saveIfForgotten(instance);
    expect(instance.show).toHaveBeenCalledTimes(1);
  });

  it('tries again while that fails', async () => {
    const why: string[] = [];
    const saving = snapshots({}, why);
    await saving.begin(1);
    rmSync(folder, { recursive: true });
    const instance = watched(1);
    await saving.saveIfForgotten(instance);
    await saving.saveIfForgotten(instance);
    expect([instance.show.mock.calls.length, why.length]).toEqual([2, 2]);
  });

  it('saves anew what was refused, as nobody knows who is in it', async () => {
    const saving = snapshots({ logId: 'other' }, []);
    await saving.begin(1);
    const instance = watched(0);
    await saving.saveIfForgotten(instance);
    expect(instance.show).toHaveBeenCalledTimes(1);
  });
});

it('says why it could not be saved, and ends nothing', async () => {
  const why: string[] = [];
  const failing = snapshots({}, why);
  rmSync(folder, { recursive: true });
  await failing.save(shown(createMatchEngine(taxonomy)));
  expect(why).toEqual([expect.stringMatching(/^It could not be saved: /)]);
});

it.each<[string, Circumstances, string]>([
  ['another log', { logId: 'other' }, 'It belongs to another log.'],
  ['what is older than tombstones live', { now: SAVED_AT + 8 * DAY }, 'It is older than tombstones live.'],
  ['vacancies that the log does not hold', { vacancyEnd: 6 }, 'It is ahead of the log.'],
  ['profiles that the log does not hold', { profileEnd: 4 }, 'It is ahead of the log.'],
  [
    'another scorer',
    { version: 'new' },
    `It was made by scorer ${scorerVersion(taxonomy)}, and this is ${scorerVersion({ ...taxonomy, version: 'new' })}.`,
  ],
])('refuses a snapshot of %s, and begins with nothing', async (_, circumstances, reason) => {
  const { why, known, next, profiles } = await beginning(circumstances);
  expect({ why, known, next, profiles: [...profiles] }).toEqual({
    why: [reason],
    known: undefined,
    next: [0],
    profiles: [],
  });
});

it('refuses a damaged snapshot, and begins with nothing', async () => {
  const bytes = readFileSync(file);
  bytes.fill(7, 40, 60);
  writeFileSync(file, bytes);
  const { why, known } = await beginning({});
  expect({ why, known }).toEqual({
    why: ['It is damaged: the checksum of its head is another one.'],
    known: undefined,
  });
});

it('begins with nothing where nothing was saved, and has nothing to say about it', async () => {
  rmSync(file);
  const { why, known } = await beginning({});
  expect({ why, known }).toEqual({ why: [], known: undefined });
});
