// How long somebody hears of nothing when a matching instance is killed, and when one joins. A vacancy that fits
// everybody is posted every 100 ms; the longest silence of anybody is what a takeover costs.
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { kafkaForTests, mongoForTests } from '@jobwire/testing';
import { MatchingFleet } from '../chaos/matching-fleet.js';
import { Callers, type Api } from '../support/api.js';
import { LiveClient } from '../support/live-client.js';
import { removeData, startStack } from '../support/start-jobwire.js';
import { machine } from './quantiles.js';

const PEOPLE = 48;
const POST_EVERY_MS = 100;
const PHASE_MS = 20_000;
const SKILL = 'bench craft of everybody';

/** When each person heard of something, milliseconds. */
type Arrivals = number[][];

async function gather(callers: Callers): Promise<Arrivals> {
  const arrivals: Arrivals = [];
  for (let n = 0; n < PEOPLE; n++) {
    const api = await callers.jobseeker(`takeover-${n}`);
    await api.put('/api/v1/profile', {
      skills: [{ skill: SKILL }],
      location: { town: 'Leeds' },
      alertThreshold: 0,
    });
    const heard: number[] = [];
    arrivals.push(heard);
    await LiveClient.hello(api, {}, (message) => {
      if (message.type === 'alert') heard.push(performance.now());
    });
  }
  return arrivals;
}

async function postUntil(employer: Api, over: AbortSignal): Promise<void> {
  for (let n = 0; !over.aborted; n++) {
    const body = { title: `Takeover ${n}`, description: 'One of many.', location: { town: 'Leeds' } };
    await employer.post('/api/v1/vacancies', { ...body, skills: { required: [SKILL] } });
    await pause(POST_EVERY_MS);
  }
}

/** The longest time without news within a phase, over all people; its end counts as news. */
function longestSilence(arrivals: Arrivals, from: number, to: number): number {
  const silences = arrivals.flatMap((heard) => {
    const within = [from, ...heard.filter((at) => at > from && at < to), to];
    return within.slice(1).map((at, index) => at - (within[index] ?? at));
  });
  return Math.round(Math.max(...silences));
}

async function phase(arrivals: Arrivals, begin: () => void): Promise<number> {
  const from = performance.now();
  begin();
  await pause(PHASE_MS);
  return longestSilence(arrivals, from, performance.now());
}

async function main(): Promise<void> {
  const [kafka, mongodb] = await Promise.all([kafkaForTests(), mongoForTests()]);
  const places = {
    JOBWIRE_KAFKA: kafka.address,
    JOBWIRE_MONGODB: mongodb.address,
    JOBWIRE_PREFIX: `takeover-${randomBytes(4).toString('hex')}-`,
  };
  const jobwire = await startStack(places, ['--matching', '0']);
  const fleet = new MatchingFleet({ ...places, JOBWIRE_DATA: jobwire.data }, Math.random);
  const over = new AbortController();
  try {
    const first = fleet.add();
    fleet.add();
    const callers = new Callers(jobwire.url, jobwire.data);
    const arrivals = await gather(callers);
    const posting = postUntil(await callers.employer('takeover'), over.signal);
    await pause(PHASE_MS / 2);
    const longestSilenceMs = {
      undisturbed: await phase(arrivals, () => undefined),
      killed: await phase(arrivals, () => fleet.send('SIGKILL', first)),
      joined: await phase(arrivals, () => void fleet.add()),
    };
    over.abort();
    await posting;
    const people = PEOPLE;
    process.stdout.write(`${JSON.stringify({ machine: machine(), people, longestSilenceMs }, null, 2)}\n`);
  } finally {
    await fleet.stop();
    await jobwire.kill('SIGTERM');
    removeData(jobwire);
    await Promise.all([kafka.stop(), mongodb.stop()]);
  }
  process.exit(0);
}

await main();
