import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startKafka, type LocalServer } from '@jobwire/local-servers';
import { eventually } from '@jobwire/testing';
import { Seen, record } from '../contract/harness.js';
import { UnavailableError, type GroupMember } from '../event-log.js';
import type { KafkaLog } from './kafka-log.js';
import { openKafkaLog } from './open-kafka-log.js';

const PATIENCE = { timeoutMs: 40_000 };
const REQUEST_TIMEOUT_MS = 500;
const TOPIC = { name: 'numbers', cleanup: 'delete', partitions: 'own' } as const;

/** A broker of one's own, for what would disturb everybody else. */
describe('with a broker that fails', () => {
  let folder: string;
  let port: number;
  let broker: LocalServer;
  let log: KafkaLog;
  let seen: Seen;
  let member: GroupMember;

  const start = (): Promise<LocalServer> => startKafka({ folder, port });
  const say = (text: string) => log.append([record(TOPIC.name, 'key', text)]);
  /** As whoever must know: again and again until it is acknowledged. */
  const sayForSure = (text: string) => eventually(() => say(text), PATIENCE);
  const heard = (...texts: string[]) =>
    eventually(() => expect(new Set(seen.values())).toEqual(new Set(texts)), PATIENCE);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jobwire-kafka-'));
    port = await freePort();
    broker = await start();
  }, 120_000);
  afterAll(async () => {
    await broker.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  beforeEach(async () => {
    if (broker.pid === undefined) broker = await start();
    const prefix = `${randomUUID()}.`;
    const brokers = [broker.address];
    log = openKafkaLog({
      brokers,
      clientId: 'faults',
      partitions: 3,
      prefix,
      requestTimeoutMs: REQUEST_TIMEOUT_MS,
    });
    await log.ensureTopics([TOPIC]);
    seen = new Seen();
    member = await log.join({
      group: 'group',
      topics: [TOPIC.name],
      sessionTimeoutMs: 2_000,
      handler: { batch: seen.batch },
    });
  }, 120_000);
  afterEach(() => log.close(), 60_000);

  it('goes on after the broker was stopped and started again', async () => {
    await sayForSure('before');
    await heard('before');
    await broker.stop();
    await expect(say('meanwhile')).rejects.toThrow(UnavailableError);
    broker = await start();
    await sayForSure('after');
    await eventually(() => expect(seen.values()).toContain('after'), PATIENCE);
    expect(member.assignment().partitions).toHaveLength(3);
  }, 120_000);

  it('goes on after the broker was killed, with everything that it had acknowledged', async () => {
    const texts = Array.from({ length: 20 }, (_, n) => String(n));
    await Promise.all(texts.map((text) => sayForSure(text)));
    process.kill(broker.pid ?? 0, 'SIGKILL');
    await broker.ended;
    broker = await start();
    await sayForSure('after');
    await heard(...texts, 'after');
  }, 120_000);

  it('goes on after the broker stood still for longer than a session', async () => {
    await sayForSure('before');
    process.kill(broker.pid ?? 0, 'SIGSTOP');
    await expect(say('lost or late')).rejects.toThrow(UnavailableError);
    await eventually(() => expect(member.assignment().partitions).toEqual([]), PATIENCE).catch(
      () => undefined,
    );
    process.kill(broker.pid ?? 0, 'SIGCONT');
    await sayForSure('after');
    await eventually(() => expect(seen.values()).toContain('after'), PATIENCE);
  }, 120_000);

  it('joins a group whose coordinator is still loading', async () => {
    await broker.stop();
    const starting = start();
    const joining = eventually(
      () => log.join({ group: 'another', topics: [TOPIC.name], handler: { batch: seen.batch } }),
      PATIENCE,
    );
    broker = await starting;
    expect((await joining).assignment().partitions).toHaveLength(3);
  }, 120_000);
});

describe('with a broker that accepts and never answers', () => {
  let silent: Server;
  beforeEach(async () => {
    silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    silent.close();
  });

  it('says that the log is not available instead of waiting for ever', async () => {
    const { port } = silent.address() as AddressInfo;
    const log = openKafkaLog({ brokers: [`127.0.0.1:${port}`], clientId: 'faults', requestTimeoutMs: 200 });
    await expect(log.append([record(TOPIC.name, 'key', 'text')])).rejects.toThrow(UnavailableError);
    await expect(
      log.join({ group: 'g', topics: [TOPIC.name], handler: { batch: async () => undefined } }),
    ).rejects.toThrow(UnavailableError);
    await log.close();
  }, 60_000);
});
