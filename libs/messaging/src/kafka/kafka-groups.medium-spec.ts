import { randomUUID } from 'node:crypto';
import { deadLetterOf } from '@jobwire/contracts';
import { describeWithKafka, eventually } from '@jobwire/testing';
import { Kafka, logLevel } from 'kafkajs';
import { subscribe } from '../consumer/event-batch.js';
import { EventConsumer } from '../consumer/event-consumer.js';
import { Seen, record } from '../contract/harness.js';
import { numberEvent } from '../contract/number-event.js';
import { encode } from '../envelope/encode.js';
import type { Batch, GroupMember, OffsetCommit } from '../event-log.js';
import { silentMessagingLogger } from '../messaging-logger.js';
import type { KafkaLog } from './kafka-log.js';
import { openKafkaLog } from './open-kafka-log.js';

const PATIENCE = { timeoutMs: 20_000 };
const PARTITIONS = 6;
const numbers = numberEvent('numbers');
/** Kafka refuses to remove records of a topic that is only compacted. */
const event = { ...numbers, topic: { ...numbers.topic, cleanup: 'compact,delete' as const } };
const TOPIC = event.topic.name;

describeWithKafka('what only Kafka can do', (address) => {
  let prefix: string;
  let log: KafkaLog;
  const logs: KafkaLog[] = [];
  const newLog = (): KafkaLog => {
    const one = openKafkaLog({ brokers: [address], clientId: 'groups', partitions: PARTITIONS, prefix });
    logs.push(one);
    return one;
  };

  beforeEach(async () => {
    prefix = `groups-${randomUUID()}.`;
    log = newLog();
    await log.ensureTopics([event.topic, deadLetterOf('service')]);
  });
  afterEach(async () => {
    await Promise.all(logs.splice(0).map((one) => one.close()));
  });

  it('misses nothing while two and three members come and go, and no commit ever goes back', async () => {
    const seen = new Seen();
    const commits: OffsetCommit[] = [];
    const join = async (): Promise<GroupMember> => {
      const own = newLog();
      const member: GroupMember = await own.join({
        group: 'group',
        topics: [TOPIC],
        sessionTimeoutMs: 1_000,
        handler: {
          batch: async (batch) => {
            await seen.batch(batch);
            await commitEnd(member, batch, commits);
          },
        },
      });
      return member;
    };
    const first = await join();
    const texts: string[] = [];
    const talk = async (count: number): Promise<void> => {
      for (let n = 0; n < count; n++) {
        const text = String(texts.length);
        texts.push(text);
        await log.append([record(TOPIC, `k${texts.length % 17}`, text)]);
      }
    };
    const [second] = await Promise.all([join(), talk(100)]);
    const [third] = await Promise.all([join(), talk(100)]);
    await Promise.all([second.leave(), talk(100)]);
    await Promise.all([first.leave(), talk(100)]);
    await eventually(() => expect(new Set(seen.values())).toEqual(new Set(texts)), PATIENCE);
    for (const ones of Map.groupBy(commits, ({ partition }) => partition).values()) {
      const offsets = ones.map(({ offset }) => offset);
      expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
    }
    await third.leave();
  }, 60_000);

  it('says loudly that records were removed before the group read them, and goes on with what is left', async () => {
    const say = (number: number) => ({
      ...encode(event, { id: 'k', revision: number, number }, { source: 'test', time: new Date() }),
      partition: 0,
    });
    const member = await log.join({
      group: 'service',
      topics: [TOPIC],
      handler: { batch: async () => undefined },
    });
    await log.append([1, 2, 3, 4, 5, 6].map(say));
    const { generation } = member.assignment();
    await member.commit(generation, [{ topic: TOPIC, partition: 0, offset: 2, metadata: 'kept' }]);
    await member.leave();
    await removeBefore(address, prefix + TOPIC, 4);
    const complaints: object[] = [];
    const handled: number[] = [];
    const consumer = await EventConsumer.start({
      log,
      group: 'service',
      subscriptions: [
        subscribe(
          event,
          async ({ records }) => void handled.push(...records.map(({ data }) => data?.number ?? 0)),
        ),
      ],
      logger: { ...silentMessagingLogger, error: (fields) => void complaints.push(fields) },
    });
    await eventually(() => expect(handled).toEqual([5, 6]), PATIENCE);
    expect(complaints).toContainEqual(expect.objectContaining({ partition: 0, committed: 2, low: 4 }));
    await consumer.close();
  }, 60_000);
});

async function commitEnd(member: GroupMember, batch: Batch, commits: OffsetCommit[]): Promise<void> {
  const { topic, partition } = batch;
  const offset = (batch.records.at(-1)?.offset ?? -1) + 1;
  const commit = { topic, partition, offset, metadata: '' };
  try {
    await member.commit(member.assignment().generation, [commit]);
    commits.push(commit);
  } catch {
    // The group has moved on; whoever has the partition now reads these again.
  }
}

async function removeBefore(address: string, topic: string, offset: number): Promise<void> {
  const admin = new Kafka({ brokers: [address], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  // Only with this does it learn who leads the partition.
  await admin.fetchTopicOffsets(topic);
  await admin.deleteTopicRecords({ topic, partitions: [{ partition: 0, offset: String(offset) }] });
  await admin.disconnect();
}
