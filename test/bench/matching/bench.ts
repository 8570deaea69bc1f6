// How fast the matching service answers with everybody loaded, and how fast it is back.
//   npm run bench:matching -- [--profiles 1000000] [--vacancies 100000] [--questions 200] [--seed 42] [--folder DIR]
// A folder is kept, and a log that is in it already is not made again.
import type { MatchSet } from '@jobwire/contracts';
import { matchSet, profileState, vacancyState, type ProfileState } from '@jobwire/contracts';
import { EventPublisher, decode, openSqliteLog, type EventLog, type Saying, say } from '@jobwire/messaging';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Workload } from '../matcher/workload.js';
import { machine, quantiles } from '../quantiles.js';
import { MATCHES, REMEMBERED, fill, settle } from './loaded-log.js';
import { startMatching, type StartedMatching } from './matching-service.js';

const WARM_UP = 50;
const print = (line: string): void => void process.stdout.write(`${line}\n`);

const { values } = parseArgs({
  options: {
    profiles: { type: 'string', default: '1000000' },
    vacancies: { type: 'string', default: '100000' },
    questions: { type: 'string', default: '200' },
    seed: { type: 'string', default: '42' },
    folder: { type: 'string' },
  },
});

/** Resolves when a subject's set has come, for its last record in any partition. */
class Sets {
  /** Of all that came. */
  matches = 0;
  private readonly waiting = new Map<string, () => void>();

  static async of(log: EventLog): Promise<Sets> {
    const sets = new Sets();
    await log.follow({
      topics: [MATCHES],
      from: 'latest',
      batch: (batch) => {
        for (const record of batch.records) {
          const decoded = decode(record, [matchSet]);
          if (decoded.ok && decoded.event.data !== null) sets.came(decoded.event.data);
        }
        return Promise.resolve();
      },
    });
    return sets;
  }

  first(id: string): Promise<void> {
    return new Promise((resolve) => this.waiting.set(id, resolve));
  }

  private came({ subject, matches }: MatchSet): void {
    if (subject.kind === 'all') return;
    this.matches += matches.length;
    this.waiting.get(subject.id)?.();
    this.waiting.delete(subject.id);
  }
}

/** Milliseconds from the call that puts a state to its set, one after the other; those without a match are left out. */
async function answers(log: EventLog, sets: Sets, questions: readonly { id: string; saying: Saying }[]) {
  const publisher = new EventPublisher(log, 'bench');
  const before = sets.matches;
  const times: number[] = [];
  const appends: number[] = [];
  for (const { id, saying } of questions) {
    const came = sets.first(id);
    const began = performance.now();
    await publisher.publishAll([saying]);
    appends.push(performance.now() - began);
    await came;
    times.push(performance.now() - began);
  }
  return {
    toItsSetMs: quantiles(times.slice(WARM_UP)),
    appendAloneMs: quantiles(appends.slice(WARM_UP)),
    matchesInASet: Math.round((sets.matches - before) / questions.length),
  };
}

async function ask(
  log: EventLog,
  workload: Workload,
  people: readonly ProfileState[],
  service: StartedMatching,
) {
  const count = WARM_UP + Number(values.questions);
  const sets = await Sets.of(log);
  const changed = people.slice(0, count).map(({ id }) => {
    const profile = { ...workload.profile(), id, revision: Date.now() };
    return { id, saying: say(profileState, profile) };
  });
  const changes = await answers(log, sets, changed);
  const posted = Array.from({ length: count }, () => {
    // A second revision, so that a set comes also where nobody fits.
    const vacancy = { ...workload.vacancy(), revision: 2 };
    return { id: vacancy.id, saying: say(vacancyState, vacancy) };
  });
  const posts = await answers(log, sets, posted);
  print(JSON.stringify({ changedProfile: changes, postedVacancy: posts }, null, 1));
  print(
    `the service's own time to a set: vacancy ${(await service.meanOf('vacancy')).toFixed(2)} ms, profile ${(await service.meanOf('profile')).toFixed(2)} ms in the mean`,
  );
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
  if (isNew) await settle(log);
  print(`${machine()}\n${values.profiles} profiles and ${values.vacancies} vacancies are in the log`);
  const first = await startMatching(log, folder);
  print(`ready after ${first.seconds.toFixed(1)} s`);
  await ask(log, workload, people, first);
  const began = performance.now();
  await first.stop();
  print(`stopped, with a snapshot, after ${((performance.now() - began) / 1000).toFixed(1)} s`);
  const second = await startMatching(log, folder);
  print(`ready again, from the snapshot, after ${second.seconds.toFixed(1)} s`);
  await second.stop();
} finally {
  await log.close();
  if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
}
