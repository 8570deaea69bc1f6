// From `POST /api/v1/vacancies` to the frame at the client. Run with `npm run bench:live -- --hits 500 …`.
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { kafkaForTests, mongoForTests } from '@jobwire/testing';
import type { Api } from '../support/api.js';
import { Callers } from '../support/api.js';
import { LiveClient } from '../support/live-client.js';
import { removeData, startJobwire, startStack, type JobwireProcess } from '../support/start-jobwire.js';
import { liveOptions, type LiveOptions } from './options.js';
import { ownTimes, type OwnTimes } from './own-times.js';
import { machine, quantiles } from './quantiles.js';

const PUTS_AT_ONCE = 16;
const WARM_UP_SECONDS = 3;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** People come in groups of `hits`; a vacancy asks what one group can, so that it fits exactly that group. */
const groupSkills = (group: number): string[] => [1, 2, 3].map((n) => `bench craft ${group} part ${n}`);

async function putProfiles(callers: Callers, options: LiveOptions): Promise<Api[]> {
  const people: Api[] = [];
  for (let from = 0; from < options.profiles; from += PUTS_AT_ONCE) {
    const some = Array.from({ length: Math.min(PUTS_AT_ONCE, options.profiles - from) }, (_, n) => from + n);
    people.push(...(await Promise.all(some.map((n) => putProfile(callers, n, options)))));
  }
  return people;
}

async function putProfile(callers: Callers, n: number, { hits, seed }: LiveOptions): Promise<Api> {
  const api = await callers.jobseeker(`bench-${seed}-${n}`);
  const skills = groupSkills(Math.floor(n / hits)).map((skill) => ({ skill }));
  const answer = await api.put('/api/v1/profile', {
    skills,
    location: { town: 'Leeds' },
    visible: n % 2 === 0,
  });
  if (answer.status > 201) throw new Error(`A profile was refused: ${JSON.stringify(answer.body)}`);
  return api;
}

/** Connects the first people, so that every vacancy posted reaches sockets. */
async function connect(people: readonly Api[], sent: Map<string, number>, options: LiveOptions) {
  const latencies: number[] = [];
  for (const person of people.slice(0, options.sockets)) {
    await LiveClient.hello(person, {}, (message) => {
      if (message.type !== 'alert') return;
      const at = sent.get(message.alert.vacancy.title);
      if (at !== undefined) latencies.push(performance.now() - at);
    });
  }
  return latencies;
}

async function post(employer: Api, title: string, group: number): Promise<void> {
  const answer = await employer.post('/api/v1/vacancies', {
    title,
    description: 'A vacancy that a bench posted.',
    location: { town: 'Leeds' },
    skills: { required: groupSkills(group) },
  });
  if (answer.status !== 201) throw new Error(`A vacancy was refused: ${JSON.stringify(answer.body)}`);
}

async function postAll(employer: Api, sent: Map<string, number>, options: LiveOptions, seconds: number) {
  const groups = Math.max(1, Math.floor(options.sockets / options.hits));
  const began = performance.now();
  const answers: Promise<void>[] = [];
  const posts: number[] = [];
  for (let n = 0; n < seconds * options.rate; n++) {
    await pause(Math.max(0, began + (n * 1000) / options.rate - performance.now()));
    const title = `Bench vacancy ${sent.size}`;
    const at = performance.now();
    sent.set(title, at);
    answers.push(post(employer, title, n % groups).then(() => void posts.push(performance.now() - at)));
  }
  await Promise.all(answers);
  return posts;
}

/** What one call costs that touches nothing: the share of HTTP and of this driver. */
async function baseline(api: Api): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < 300; n++) {
    const at = performance.now();
    await api.get('/api/v1/skills?q=nurs');
    times.push(performance.now() - at);
  }
  return times;
}

async function memoryOf(api: Api): Promise<number> {
  const { body } = await api.get<string>('/metrics');
  // A line for each process of the stack.
  const lines = body.matchAll(/^process_resident_memory_bytes(?:\{.*\})? (\S+)/gm);
  return [...lines].reduce((sum, [, bytes]) => sum + Number(bytes), 0);
}

interface Place {
  readonly url: string;
  readonly data: string;
  readonly own?: OwnTimes;
}

async function run(options: LiveOptions, { url, data, own }: Place): Promise<void> {
  const callers = new Callers(url, data);
  const sent = new Map<string, number>();
  const began = performance.now();
  const people = await putProfiles(callers, options);
  const putsPerSecond = Math.round((options.profiles * 1000) / (performance.now() - began));
  const latencies = await connect(people, sent, options);
  const employer = await callers.employer(`bench-${options.seed}`, 'Bench');
  await postAll(employer, sent, options, WARM_UP_SECONDS);
  await pause(1000);
  latencies.length = 0;
  const posts = await postAll(employer, sent, options, options.seconds);
  await pause(2000);
  const reached = Math.min(options.hits, options.sockets);
  const figures = {
    postToFrameMs: quantiles(latencies),
    framesExpected: Math.round(options.rate * options.seconds) * reached,
    postAnsweredMs: quantiles(posts),
    baselineCallMs: quantiles(await baseline(callers.nobody())),
    profilesPutPerSecond: putsPerSecond,
    residentMiB: Math.round((await memoryOf(callers.nobody())) / 2 ** 20),
    ...(own && { brokerAndStore: own }),
  };
  say(
    JSON.stringify(
      { machine: machine(), options: { ...options, url: undefined, data: undefined }, figures },
      null,
      2,
    ),
  );
}

/** Servers of its own, so that their times can be measured before anybody else is there. */
async function onServers(work: (environment: Record<string, string>, own: OwnTimes) => Promise<void>) {
  const [kafka, mongodb] = await Promise.all([kafkaForTests(), mongoForTests()]);
  try {
    const places = { JOBWIRE_KAFKA: kafka.address, JOBWIRE_MONGODB: mongodb.address };
    await work(places, await ownTimes(kafka.address, mongodb.address));
  } finally {
    await Promise.all([kafka.stop(), mongodb.stop()]);
  }
}

async function onOne(starting: Promise<JobwireProcess>, options: LiveOptions, own?: OwnTimes): Promise<void> {
  const started = await starting;
  try {
    say(`ready after ${Math.round(started.startedInMs)} ms`);
    await run(options, { url: started.url, data: started.data, ...(own && { own }) });
  } finally {
    const ended = once(started.child, 'exit');
    started.child.kill('SIGTERM');
    await ended;
    removeData(started);
  }
}

async function main(): Promise<void> {
  const options = liveOptions();
  const { url, data } = options;
  if (url !== undefined && data !== undefined) await run(options, { url, data });
  else if (!options.stack) await onOne(startJobwire(), options);
  else await onServers((environment, own) => onOne(startStack(environment), options, own));
  process.exit(0);
}

await main();
