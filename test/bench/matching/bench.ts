// How fast the matching service answers with everybody loaded, how fast it is back, and who waits while it saves.
//   npm run bench:matching -- [--profiles 1000000] [--vacancies 100000] [--questions 1000] [--seed 42] [--folder DIR]
// A folder is kept, and a log that is in it already is not made again.
import { DEFAULT_PARTITIONS, profileState, vacancyState, type ProfileState } from '@jobwire/contracts';
import { openSqliteLog, say, type EventLog } from '@jobwire/messaging';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { settleHeap } from '../matcher/pauses.js';
import { Workload } from '../matcher/workload.js';
import { machine, quantiles } from '../quantiles.js';
import { answers, summary, type Answer, type Question } from './answers.js';
import { HeardSets } from './heard-sets.js';
import { REMEMBERED, fill, settle } from './loaded-log.js';
import { startMatching, type StartedMatching } from './matching-service.js';
import { waitsWhileSaving } from './waits-while-saving.js';

const WARM_UP = 100;
const print = (line: string): void => void process.stdout.write(`${line}\n`);

const { values } = parseArgs({
  options: {
    profiles: { type: 'string', default: '1000000' },
    vacancies: { type: 'string', default: '100000' },
    questions: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '42' },
    folder: { type: 'string' },
  },
});

/** Other states of the same people, ever newer. */
function* changes(workload: Workload, people: readonly ProfileState[]): Generator<Question> {
  for (let n = 0; ; n++) {
    const { id = '' } = people[n % people.length] ?? {};
    const profile = { ...workload.profile(), id, revision: Date.now() + n };
    yield { id, saying: say(profileState, profile) };
  }
}

/** Not the first revision, so that every partition gets a set; and later than in a former run. */
function* postings(workload: Workload): Generator<Question> {
  for (;;) {
    const vacancy = { ...workload.vacancy(), revision: Date.now() };
    yield { id: vacancy.id, saying: say(vacancyState, vacancy) };
  }
}

async function askFirst(log: EventLog, workload: Workload, people: readonly ProfileState[]): Promise<void> {
  const service = await startMatching(log, folder, { taxonomy: () => workload.taxonomy });
  print(`ready after ${service.seconds.toFixed(1)} s`);
  await ask(log, workload, people, service);
  const began = performance.now();
  await service.stop();
  print(`stopped, with a snapshot, after ${((performance.now() - began) / 1000).toFixed(1)} s`);
}

async function ask(
  log: EventLog,
  workload: Workload,
  people: readonly ProfileState[],
  service: StartedMatching,
) {
  const sets = await HeardSets.of(log);
  for (const kind of ['profile', 'vacancy'] as const) {
    const isProfile = kind === 'profile';
    const questions = isProfile ? changes(workload, people) : postings(workload);
    const asked = answers(log, sets, isProfile ? 1 : DEFAULT_PARTITIONS, questions);
    await take(asked, WARM_UP);
    service.appends();
    const all = await take(asked, Number(values.questions));
    print(`${kind} ${JSON.stringify({ ...summary(all), appendMs: quantiles(service.appends()) }, null, 1)}`);
    print(`search and reasons: ${(await service.meanOf(kind)).toFixed(2)} ms in the mean`);
  }
}

async function take(asked: AsyncGenerator<Answer>, count: number): Promise<Answer[]> {
  const some: Answer[] = [];
  while (some.length < count) {
    const { value } = (await asked.next()) as { value: Answer };
    some.push(value);
  }
  return some;
}

const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'bench-matching-'));
const file = join(folder, 'log.sqlite');
const isNew = !existsSync(file);
const log = openSqliteLog({ file, maintainEveryMs: 86_400_000 });
try {
  const workload = new Workload({ seed: Number(values.seed), kind: 'clusters', related: 0 });
  const people = isNew
    ? await fill(log, workload, Number(values.profiles), Number(values.vacancies))
    : Array.from({ length: REMEMBERED }, () => workload.profile());
  if (isNew) await settle(log, workload.taxonomy);
  print(`${machine()}\n${values.profiles} profiles and ${values.vacancies} vacancies are in the log`);
  await askFirst(log, workload, people);
  // The index of the one that has stopped is not to count as the other's memory.
  settleHeap();
  const second = await startMatching(log, folder, {
    taxonomy: () => workload.taxonomy,
    saveEveryMs: 4000,
  });
  print(`ready again, from the snapshot, after ${second.seconds.toFixed(1)} s`);
  const asked = answers(log, await HeardSets.of(log), 1, changes(workload, people));
  print(JSON.stringify(await waitsWhileSaving(folder, asked), null, 1));
  await second.stop();
} finally {
  await log.close();
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
}
