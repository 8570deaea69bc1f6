import { eventually } from '@jobwire/testing';
import { freePort, startKafka, startMongo, type LocalServer } from '@jobwire/local-servers';
import { seededRandom } from '@jobwire/messaging';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Callers, type Api } from '../support/api.js';
import { itWhen } from '../support/it-when.js';
import { removeData, startStack, type JobwireProcess } from '../support/start-jobwire.js';
import { chaosConfig } from './config.js';
import { Crowd } from './crowd.js';
import { everythingIsRight } from './truth.js';

const { seed } = chaosConfig();

/** Kafka and MongoDB that can be stopped, killed and started again on the same port with the same data. */
class Server {
  private running: LocalServer | undefined;

  constructor(private readonly begin: () => Promise<LocalServer>) {}

  async start(): Promise<string> {
    this.running = await this.begin();
    return this.running.address;
  }

  async stop(): Promise<void> {
    await this.running?.stop();
  }

  async kill(): Promise<void> {
    process.kill(this.running?.pid ?? 0, 'SIGKILL');
    await this.running?.ended;
  }
}

const itOnServers = itWhen(
  process.platform === 'linux',
  'servers are killed by their process ids, as Linux tells them',
);

itOnServers(
  `every inbox is right after services, Kafka and MongoDB were killed and came back (seed ${seed})`,
  async () => {
    process.stderr.write(`JOBWIRE_SEED=${seed}\n`);
    const folder = mkdtempSync(join(tmpdir(), 'jobwire-chaos-'));
    const [kafkaPort, mongoPort] = [await freePort(), await freePort()];
    const kafka = new Server(() => startKafka({ port: kafkaPort, folder: join(folder, 'kafka') }));
    const mongodb = new Server(() => startMongo({ port: mongoPort, folder: join(folder, 'mongodb') }));
    const [brokers, uri] = await Promise.all([kafka.start(), mongodb.start()]);
    const prefix = 'chaos-';
    const jobwire = await startStack({
      JOBWIRE_KAFKA: brokers,
      JOBWIRE_MONGODB: uri,
      JOBWIRE_PREFIX: prefix,
    });
    const crowd = new Crowd(seededRandom(seed));
    try {
      const callers = new Callers(jobwire.url, jobwire.data);
      await crowd.gather(callers);
      crowd.start();
      for (const name of ['notifications', 'matching', 'vacancies', 'profiles', 'web']) {
        await pause(1500);
        killService(jobwire, name);
        await ready(callers.nobody());
      }
      for (const server of [mongodb, kafka]) {
        await pause(1500);
        await server.stop();
        await pause(3000);
        await server.start();
        await ready(callers.nobody());
        await pause(1500);
        await server.kill();
        await server.start();
        await ready(callers.nobody());
      }
      await crowd.stop();
      const alerts = await eventually(() => everythingIsRight([brokers], prefix, crowd.people), {
        timeoutMs: 90_000,
        everyMs: 1000,
      });
      process.stderr.write(`${JSON.stringify({ ...crowd.counts, alerts })}\n`);
      expect(crowd.counts.done).toBeGreaterThan(100);
    } finally {
      await crowd.stop();
      await jobwire.kill('SIGTERM');
      await Promise.all([kafka.stop(), mongodb.stop()]);
      removeData(jobwire);
      rmSync(folder, { recursive: true, force: true });
    }
  },
  400_000,
);

/** A child of the stack, found by the program it runs. */
function killService({ child }: JobwireProcess, name: string): void {
  const program = join('services', name, 'dist', 'main.js');
  for (const pid of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    const [parent, command] = [statusOf(pid, 'PPid'), commandOf(pid)];
    if (parent === String(child.pid) && command.includes(program)) process.kill(Number(pid), 'SIGKILL');
  }
}

function statusOf(pid: string, field: string): string | undefined {
  return new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(read(`/proc/${pid}/status`))?.[1];
}

function commandOf(pid: string): string {
  return read(`/proc/${pid}/cmdline`);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // It has ended meanwhile.
    return '';
  }
}

/** Not ready and then ready again; the first may be over before anybody looks. */
async function ready(nobody: Api): Promise<void> {
  await pause(500);
  const look = async (): Promise<void> => {
    expect((await nobody.get('/health/ready')).status).toBe(200);
  };
  await eventually(look, { timeoutMs: 60_000, everyMs: 200 });
}
