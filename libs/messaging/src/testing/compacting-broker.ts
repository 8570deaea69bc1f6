import { randomUUID } from 'node:crypto';
import { eventually } from '@jobwire/testing';
import { ConfigResourceTypes, Kafka, logLevel } from 'kafkajs';
import type { LogRecord } from '../event-log.js';

/** Everything a topic has; `topic` by its full name. */
export type ReadTopic = (topic: string) => Promise<readonly LogRecord[]>;

const PATIENCE_MS = 60_000;

/** Makes a real broker compact at once what it would compact within hours. */
export class CompactingBroker {
  /** For topics that are created: a segment for every millisecond of record time, and nothing is kept for later. */
  readonly settings = {
    'segment.ms': '1',
    'message.timestamp.type': 'CreateTime',
    'min.compaction.lag.ms': '0',
    'min.cleanable.dirty.ratio': '0',
    'delete.retention.ms': '0',
  };
  private readonly kafka: Kafka;
  private readonly compactedOnce = new Set<string>();

  constructor(brokers: readonly string[]) {
    this.kafka = new Kafka({ brokers: [...brokers], clientId: 'compaction', logLevel: logLevel.NOTHING });
  }

  /** Lets every compacted topic of a prefix be compacted; the second time, tombstones go too. */
  async compact(prefix: string, read: ReadTopic): Promise<void> {
    for (const topic of await this.compactedTopics(prefix)) {
      if (this.compactedOnce.has(topic)) await this.dropTombstones(topic, await read(topic));
      this.compactedOnce.add(topic);
      await this.untilClean(topic, read);
    }
  }

  private async untilClean(topic: string, read: ReadTopic): Promise<void> {
    const look = async (): Promise<void> => {
      const { length } = superseded(await read(topic));
      if (length > 0) throw new Error(`${topic} still has ${length} records that were replaced.`);
    };
    await eventually(look, { timeoutMs: PATIENCE_MS });
  }

  private async compactedTopics(prefix: string): Promise<string[]> {
    return this.withAdmin(async (admin) => {
      const names = (await admin.listTopics()).filter((name) => name.startsWith(prefix));
      const { resources } = await admin.describeConfigs({
        includeSynonyms: false,
        resources: names.map((name) => ({
          type: ConfigResourceTypes.TOPIC,
          name,
          configNames: ['cleanup.policy'],
        })),
      });
      return resources
        .filter(({ configEntries }) => configEntries[0]?.configValue.startsWith('compact'))
        .map(({ resourceName }) => resourceName);
    });
  }

  /** The cleaner comes back for tombstones with the next thing there is to clean; what was aborted nobody sees. */
  private async dropTombstones(topic: string, records: readonly LogRecord[]): Promise<void> {
    const partitions = [...Map.groupBy(records, ({ partition }) => partition)]
      .filter(([, ones]) => ones.slice(0, -1).some(({ value }) => value === null))
      .map(([partition]) => partition);
    if (partitions.length === 0) return;
    const producer = this.kafka.producer({ transactionalId: randomUUID(), maxInFlightRequests: 1 });
    await producer.connect();
    const transaction = await producer.transaction();
    const timestamp = String(Date.now() + 600_000);
    const messages = partitions.map((partition) => ({ key: 'x', value: 'x', partition, timestamp }));
    await transaction.send({ topic, messages });
    await transaction.abort();
    await producer.disconnect();
  }

  private async withAdmin<Result>(
    work: (admin: ReturnType<Kafka['admin']>) => Promise<Result>,
  ): Promise<Result> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      return await work(admin);
    } finally {
      await admin.disconnect();
    }
  }
}

/** Records that a later one of their key replaces. The last record is in the active segment, which is left alone. */
function superseded(records: readonly LogRecord[]): LogRecord[] {
  const partitions = Map.groupBy(records, ({ partition }) => partition);
  return [...partitions.values()].flatMap((ones) => {
    const cleaned = ones.slice(0, -1);
    return cleaned.filter(({ key }, index) => cleaned.slice(index + 1).some((later) => later.key === key));
  });
}
