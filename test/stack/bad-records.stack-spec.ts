import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { eventually, testSettings } from '@jobwire/testing';
import { Kafka, logLevel, type Admin, type Message } from 'kafkajs';
import { Callers } from '../support/api.js';
import { LiveClient } from '../support/live-client.js';
import { aCraft } from '../support/samples.js';
import { removeData, startStack, type JobwireProcess } from '../support/start-jobwire.js';

const { kafka: address, mongodb } = testSettings();
const block = address === undefined || mongodb === undefined ? describe.skip : describe;
const PATIENCE = { timeoutMs: 20_000, everyMs: 100 };

block('what others may put on the topics', () => {
  const prefix = `bad-${randomBytes(4).toString('hex')}-`;
  const kafka = new Kafka({ brokers: [address ?? ''], clientId: 'somebody', logLevel: logLevel.NOTHING });
  const producer = kafka.producer();
  const admin = kafka.admin();
  let jobwire: JobwireProcess;

  beforeAll(async () => {
    jobwire = await startStack({ JOBWIRE_PREFIX: prefix });
    await Promise.all([producer.connect(), admin.connect()]);
  }, 90_000);
  afterAll(async () => {
    LiveClient.closeAll();
    await Promise.all([producer.disconnect(), admin.disconnect()]);
    await jobwire.kill('SIGTERM');
    removeData(jobwire);
  }, 30_000);

  const headers = {
    ce_id: '1',
    ce_source: 'somebody',
    ce_type: 'jobwire.vacancy.state.v1',
    ce_specversion: '1.0',
    ce_time: '2026-01-05T09:00:00Z',
    'content-type': 'application/json',
  };
  const put = (topic: string, message: Message) =>
    producer.send({ topic: prefix + topic, messages: [message] });
  /** The stories of the dead letters of a group, newest last. */
  const letters = (group: string) => lettersOf(kafka, admin, `${prefix}${group}.dead-letter`);
  /** A person hears of a vacancy, so nothing stands still. */
  const worksOn = async (): Promise<void> => {
    const callers = new Callers(jobwire.url, jobwire.data);
    const craft = aCraft();
    const person = await callers.jobseeker(randomBytes(8).toString('hex'));
    await person.put('/api/v1/profile', craft.person());
    const client = await LiveClient.hello(person);
    await (await callers.employer('acme')).post('/api/v1/vacancies', craft.vacancy());
    await eventually(() => expect(client.alerts()).toHaveLength(1), PATIENCE);
  };

  it.each<[string, Message, RegExp]>([
    ['is not JSON', { key: 'k1', value: '{"id', headers }, /JSON/i],
    [
      'is of an unknown type',
      { key: 'k2', value: '{}', headers: { ...headers, ce_type: 'other.v1' } },
      /type/i,
    ],
    [
      'is of an unknown version',
      { key: 'k3', value: '{}', headers: { ...headers, ce_type: 'jobwire.vacancy.state.v9' } },
      /type|version/i,
    ],
    ['has no headers', { key: 'k4', value: '{}' }, /header|type|specversion/i],
    ['does not fit its declaration', { key: 'k5', value: '{"id":"k5"}', headers }, /fit|schema|revision/i],
  ])(
    'a vacancy state that %s goes to the dead letters of everybody who reads it, and all goes on',
    async (_what, message, why) => {
      await put('vacancies.v1', message);
      for (const group of ['matching', 'notifications', 'vacancies'])
        await eventually(async () => {
          const found = (await letters(group)).filter(({ key }) => key === String(message.key));
          expect(found.map(({ value }) => value)).toEqual([String(message.value)]);
          expect(found[0]?.reason).toMatch(why);
        }, PATIENCE);
      await worksOn();
    },
    60_000,
  );

  it('refuses a record without a key where the newest state of each key is kept', async () => {
    await expect(put('vacancies.v1', { key: null, value: '{}', headers })).rejects.toThrow();
  });

  it('a match set without a key goes to the dead letters too', async () => {
    await put('matches.v1', { key: null, value: '[]', headers });
    await eventually(
      async () => expect((await letters('notifications')).map(({ value }) => value)).toContain('[]'),
      PATIENCE,
    );
    await worksOn();
  }, 60_000);

  it('takes in its stride a record as large as a topic allows', async () => {
    const value = `{"padding":"${'x'.repeat(1_900_000)}"}`;
    await put('matches.v1', { key: 'large', value, headers });
    await eventually(async () => {
      const [large] = (await letters('notifications')).filter(({ key }) => key === 'large');
      expect(large?.left).toMatch(/too large/);
    }, PATIENCE);
    await worksOn();
  }, 60_000);
});

block('topics that somebody else has made', () => {
  it('a service refuses a topic with another number of partitions and names both', async () => {
    const prefix = `other-${randomBytes(4).toString('hex')}-`;
    const admin = new Kafka({ brokers: [address ?? ''], logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    await admin.createTopics({
      waitForLeaders: true,
      topics: [{ topic: `${prefix}vacancies.v1`, numPartitions: 5 }],
    });
    await admin.disconnect();
    const data = mkdtempSync(join(tmpdir(), 'jobwire-'));
    const program = resolve(import.meta.dirname, '../../services/vacancies/dist/main.js');
    const child = spawn(process.execPath, [program], {
      env: {
        ...process.env,
        JOBWIRE_KAFKA: address,
        JOBWIRE_MONGODB: mongodb,
        JOBWIRE_PREFIX: prefix,
        JOBWIRE_DATA: data,
        JOBWIRE_PORT: '0',
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(1);
    expect(said).toMatch(/vacancies\.v1 has 5 partitions, 12 are configured/);
    rmSync(data, { recursive: true, force: true });
  }, 40_000);
});

interface Letter {
  readonly key: string;
  readonly value: string;
  readonly reason: string;
  /** What was left out of it, and why. */
  readonly left: string;
}

async function lettersOf(kafka: Kafka, admin: Admin, topic: string): Promise<Letter[]> {
  const ends = await admin.fetchTopicOffsets(topic);
  const wanted = ends.reduce((sum, { high, low }) => sum + Number(high) - Number(low), 0);
  const found: Letter[] = [];
  if (wanted === 0) return found;
  const consumer = kafka.consumer({
    groupId: `look-${randomBytes(8).toString('hex')}`,
    maxWaitTimeInMs: 100,
  });
  await consumer.connect();
  await consumer.subscribe({ topics: [topic], fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachMessage: async ({ message: { key, value, headers = {} } }) =>
      void found.push({
        key: String(key),
        value: String(value),
        reason: String(headers['dl_reason']),
        left: String(headers['dl_value'] ?? ''),
      }),
  });
  await eventually(() => expect(found.length).toBeGreaterThanOrEqual(wanted), PATIENCE);
  await consumer.disconnect();
  return found;
}
