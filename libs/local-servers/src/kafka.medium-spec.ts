import { Kafka, logLevel } from 'kafkajs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placesOf } from './config.js';
import { findKafka } from './find-kafka.js';
import { startKafka } from './start-kafka.js';

const found = await findKafka(placesOf(), () => undefined).catch((error: Error) => error.message);
if (typeof found === 'string') process.stderr.write(`Skipped: ${found}\n`);
const describeHere = typeof found === 'string' ? describe.skip : describe;

describeHere('a Kafka of this machine', () => {
  it('has a coordinator at once and keeps its data from one start to the next', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jobwire-test-'));
    const first = await startKafka({ folder });
    await commit(first.address, '41');
    await first.stop();
    const second = await startKafka({ folder });
    expect(await committed(second.address)).toBe('41');
    await second.stop();
    rmSync(folder, { recursive: true });
  }, 120_000);
});

async function commit(address: string, offset: string): Promise<void> {
  const admin = await adminOf(address);
  await admin.createTopics({ topics: [{ topic: 'kept' }] });
  await admin.setOffsets({ groupId: 'group', topic: 'kept', partitions: [{ partition: 0, offset }] });
  await admin.disconnect();
}

async function committed(address: string): Promise<string | undefined> {
  const admin = await adminOf(address);
  const [topic] = await admin.fetchOffsets({ groupId: 'group', topics: ['kept'] });
  await admin.disconnect();
  return topic?.partitions[0]?.offset;
}

async function adminOf(address: string) {
  const kafka = new Kafka({
    brokers: [address],
    logLevel: logLevel.NOTHING,
    retry: { initialRetryTime: 20 },
  });
  const admin = kafka.admin();
  await admin.connect();
  return admin;
}
