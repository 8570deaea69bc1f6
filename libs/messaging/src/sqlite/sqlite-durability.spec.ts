import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ManualClock } from '@jobwire/kernel';
import { record, Seen } from '../contract/harness.js';
import { UnavailableError } from '../event-log.js';
import { openDatabase, SCHEMA_VERSION, SchemaVersionError } from './database.js';
import { openSqliteLog } from './open-sqlite-log.js';
import { SqliteLog } from './sqlite-log.js';

const topic = { name: 'numbers.v1', cleanup: 'compact', partitions: 'own' } as const;
const days = { name: 'days.v1', cleanup: 'delete', partitions: 'own', retentionMs: 1_000 } as const;
const clock = new ManualClock();
const settings = {
  partitions: 1,
  prefix: '',
  clock,
  minCompactionLagMs: 100,
  deleteRetentionMs: 1_000,
  maintainEveryMs: 1_000_000,
  maintenanceFailed: () => undefined,
};

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jobwire-log-'));
  file = join(folder, 'log.sqlite');
});

afterEach(() => rmSync(folder, { recursive: true }));

async function contents(log: SqliteLog, name: string = topic.name): Promise<string[]> {
  const [end] = await log.watermarks(name);
  const seen = new Seen();
  const follower = await log.follow({ topics: [name], from: 'earliest', batch: seen.batch });
  while (follower.position({ topic: name, partition: 0 }) < (end?.high ?? 0)) await new Promise(setImmediate);
  await follower.close();
  return seen.values();
}

it('rejects appends while the disk is full, and goes on when there is room again', async () => {
  const database = openDatabase(file);
  const log = new SqliteLog(database, settings);
  await log.ensureTopics([topic]);
  await log.append([record(topic.name, 'a', 'before')]);
  const pages = Number(database.prepare('PRAGMA page_count').get()?.['page_count']);
  database.exec(`PRAGMA max_page_count = ${pages + 2}`);
  const large = record(topic.name, 'b', 'x'.repeat(200_000));
  const refused = await Promise.allSettled([
    log.append([record(topic.name, 'a', 'with it')]),
    log.append([large]),
  ]);
  expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(log.append([large])).rejects.toThrow(UnavailableError);
  expect(await log.watermarks(topic.name)).toEqual([{ partition: 0, low: 0, high: 1 }]);
  database.exec('PRAGMA max_page_count = 1000000');
  expect(await log.append([large])).toEqual([{ topic: topic.name, partition: 0, offset: 1 }]);
  expect((await contents(log)).map((value) => value.length)).toEqual(['before'.length, 200_000]);
  await log.close();
});

it('has a file to itself', async () => {
  const log = openSqliteLog({ file });
  await log.ensureTopics([topic]);
  expect(() => openSqliteLog({ file, waitForFileMs: 10 })).toThrow(UnavailableError);
  expect(statSync(file).mode & 0o077).toBe(0);
  await log.close();
});

it('is not available where it cannot be written, or after it was closed', async () => {
  expect(() => openSqliteLog({ file: folder })).toThrow(/EISDIR/);
  const log = openSqliteLog({ file });
  await log.ensureTopics([topic]);
  await log.close();
  await expect(log.append([record(topic.name, 'a', '1')])).rejects.toThrow(UnavailableError);
});

it('refuses a file of a newer release, naming both layouts', () => {
  openDatabase(file).close();
  const newer = new DatabaseSync(file);
  newer.exec('PRAGMA user_version = 7');
  newer.close();
  expect(() => openSqliteLog({ file })).toThrow(SchemaVersionError);
  expect(() => openSqliteLog({ file })).toThrow(new RegExp(`layout 7.*up to ${SCHEMA_VERSION}`));
});

it('leaves alone what is younger than the compaction lag', async () => {
  const log = openSqliteLog({ ...settings, file });
  await log.ensureTopics([topic]);
  await log.append([record(topic.name, 'a', 'old'), record(topic.name, 'a', 'older')]);
  clock.advance(200);
  await log.append([record(topic.name, 'a', 'young')]);
  await log.maintain();
  expect(await contents(log)).toEqual(['older', 'young']);
  clock.advance(200);
  await log.maintain();
  expect(await contents(log)).toEqual(['young']);
  await log.close();
});

it('overwrites in the file what compaction removed', async () => {
  const log = openSqliteLog({ ...settings, file });
  await log.ensureTopics([topic]);
  await log.append([
    record(topic.name, 'a', 'a-secret-that-must-go '.repeat(2_000)),
    record(topic.name, 'a', null),
  ]);
  clock.advance(200);
  await log.maintain();
  const bytes = Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
  expect(bytes.includes('a-secret-that-must-go')).toBe(false);
  await log.close();
});

it('keeps records as long as their topic says, and their offsets for ever', async () => {
  const log = openSqliteLog({ ...settings, file });
  await log.ensureTopics([days]);
  await log.append(Array.from({ length: 1_200 }, (_, n) => record(days.name, `k${n}`, String(n))));
  clock.advance(1_500);
  await log.append([record(days.name, 'a', 'young')]);
  await log.maintain();
  expect(await log.watermarks(days.name)).toEqual([{ partition: 0, low: 1_200, high: 1_201 }]);
  clock.advance(1_500);
  await log.maintain();
  await log.close();
  const again = openSqliteLog({ ...settings, file });
  expect(await again.watermarks(days.name)).toEqual([{ partition: 0, low: 1_201, high: 1_201 }]);
  expect(await again.append([record(days.name, 'a', 'next')])).toMatchObject([{ offset: 1_201 }]);
  await again.close();
});

it('finds older records of a key without reading the partition', () => {
  const database = openDatabase(file);
  const plan = database
    .prepare(
      'EXPLAIN QUERY PLAN DELETE FROM records WHERE compacts = 1 AND key = ? AND position >= ? AND position < ?',
    )
    .all('a', 0, 1);
  expect(JSON.stringify(plan)).toContain('records_by_key (key=? AND rowid>? AND rowid<?)');
  database.close();
});
