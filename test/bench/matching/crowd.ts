// A vacancy that most people fit: how long its set takes, and what that takes of memory and of others' patience.
//   npm run bench:crowd -- [--profiles 1000000] [--seed 42]
import {
  DEFAULT_PARTITIONS,
  matchSet,
  vacancyState,
  type ProfileState,
  type VacancyState,
} from '@jobwire/contracts';
import { EventPublisher, openSqliteLog, say, type EventLog } from '@jobwire/messaging';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { Workload } from '../matcher/workload.js';
import { machine } from '../quantiles.js';
import { isLast } from './heard-sets.js';
import { fill, settle } from './loaded-log.js';
import { startMatching } from './matching-service.js';

const EVERYBODY_HOLDS = [0, 1, 2, 3].map((n) => `licence:${n}`);
const LOOKED_EVERY_MS = 20;
const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** People of a market who all hold the same four skills as well, and take what they get. */
class Crowd {
  constructor(private readonly market: Workload) {}

  profile(): ProfileState {
    const { minimumSalary: _, ...profile } = this.market.profile();
    const skills = [...EVERYBODY_HOLDS.map((id) => ({ id, level: 3 })), ...profile.skills.slice(0, 6)];
    return { ...profile, skills, contracts: [], hours: [], alertThreshold: 30 };
  }

  /** One that asks for these skills, from anywhere; not the first revision, so that every partition gets a set. */
  vacancy(): VacancyState {
    const vacancy = this.market.vacancy();
    const asked = EVERYBODY_HOLDS.map((id) => ({ id, label: id, known: true }));
    const location = { label: '', ...vacancy.location, nationwide: true };
    const skills = { required: asked.slice(0, 3), desired: asked.slice(3) };
    return { ...vacancy, revision: 2, skills, mustHave: [], location, remote: 'full' };
  }
}

interface WholeSet {
  records: number;
  matches: number;
  bytes: number;
}

/** Resolves when all of a vacancy's set is in the log. */
async function wholeSet(log: EventLog, id: string): Promise<{ whole: Promise<WholeSet> }> {
  const { promise: whole, resolve } = Promise.withResolvers<WholeSet>();
  const heard = { records: 0, matches: 0, bytes: 0 };
  let partitions = DEFAULT_PARTITIONS;
  await log.follow({
    topics: [matchSet.topic.name],
    from: 'latest',
    batch: async ({ records }) => {
      for (const { key, value } of records) {
        if (key !== id || value === null) continue;
        heard.records++;
        heard.matches += timesIn(value, '"profileId"');
        heard.bytes += value.length;
        if (isLast(value) && --partitions === 0) resolve(heard);
      }
    },
  });
  return { whole };
}

function timesIn(value: Buffer, text: string): number {
  let times = 0;
  for (let at = value.indexOf(text); at >= 0; at = value.indexOf(text, at + text.length)) times++;
  return times;
}

const mebibytes = (bytes: number): number => Math.round(bytes / 2 ** 20);

/** Posts one vacancy and looks on. */
async function post(log: EventLog, vacancy: VacancyState) {
  const { whole } = await wholeSet(log, vacancy.id);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const before = process.memoryUsage.rss();
  let most = before;
  const looking = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), LOOKED_EVERY_MS);
  delay.enable();
  const began = performance.now();
  await new EventPublisher(log, 'bench').publishAll([say(vacancyState, vacancy)]);
  const { records, matches, bytes } = await whole;
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  clearInterval(looking);
  const [p99, max] = [delay.percentile(99), delay.max].map((ns) => Math.round(ns / 1e6));
  const loopDelayMs = { p99, max };
  const residentMiB = { before: mebibytes(before), most: mebibytes(most) };
  return { matches, records, MiB: mebibytes(bytes), seconds, loopDelayMs, residentMiB };
}

const { values } = parseArgs({
  options: { profiles: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '42' } },
});
const folder = mkdtempSync(join(tmpdir(), 'bench-crowd-'));
const log = openSqliteLog({ file: join(folder, 'log.sqlite'), maintainEveryMs: 86_400_000 });
try {
  const market = new Workload({ seed: Number(values.seed), kind: 'clusters', related: 0 });
  const crowd = new Crowd(market);
  await fill(log, crowd, Number(values.profiles), 0);
  await settle(log, market.taxonomy);
  const service = await startMatching(log, folder, { taxonomy: () => market.taxonomy });
  print(`${machine()}\n${values.profiles} profiles are in the index`);
  for (let n = 0; n < 2; n++) print(JSON.stringify(await post(log, crowd.vacancy()), null, 1));
  await service.stop();
} finally {
  await log.close();
  rmSync(folder, { recursive: true, force: true });
}
