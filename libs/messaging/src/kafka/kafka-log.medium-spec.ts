import { randomUUID } from 'node:crypto';
import { eventLogContract } from '../contract/event-log.contract.js';
import type { Clock } from '@jobwire/kernel';
import { describeWithKafka, eventually } from '@jobwire/testing';
import { Seen, type EventLogHarness } from '../contract/harness.js';
import type { EventLog, GroupMember, LogRecord } from '../event-log.js';
import { CompactingBroker } from '../testing/compacting-broker.js';
import type { KafkaLog } from './kafka-log.js';
import { KafkaMember } from './kafka-member.js';
import { openKafkaLog } from './open-kafka-log.js';

/** Another moment each time it is asked. */
class TickingClock implements Clock {
  private at = Date.now();

  now(): Date {
    return new Date((this.at += 10));
  }
}

/** Wants brokers that let sessions be short: `group.min.session.timeout.ms` of a second at most. */
class KafkaHarness implements EventLogHarness {
  readonly partitions = 3;
  readonly sessionTimeoutMs = 1_000;
  readonly patienceMs = 20_000;
  private readonly broker: CompactingBroker;
  private readonly prefix = `contract-${randomUUID()}.`;
  private readonly clock = new TickingClock();
  private readonly others: KafkaLog[] = [];
  private log: KafkaLog | undefined;

  constructor(private readonly address: string) {
    this.broker = new CompactingBroker([address]);
  }

  async open(): Promise<KafkaLog> {
    this.log = this.newLog(this.prefix);
    return this.log;
  }

  async reopen(): Promise<KafkaLog> {
    await this.log?.close();
    return this.open();
  }

  async openAnother(): Promise<KafkaLog> {
    const log = this.newLog(`another-${randomUUID()}.`);
    this.others.push(log);
    return log;
  }

  async crash(member: GroupMember): Promise<void> {
    if (member instanceof KafkaMember) await member.crash();
  }

  async compact(): Promise<void> {
    const log = this.newLog(this.prefix);
    await this.broker.compact(this.prefix, (topic) => contents(log, topic.slice(this.prefix.length)));
    await log.close();
  }

  async close(): Promise<void> {
    await this.log?.close();
    await Promise.all(this.others.map((log) => log.close()));
  }

  // Each record in a request, a millisecond and so a segment of its own: compaction reaches all but the last.
  private newLog(prefix: string): KafkaLog {
    return openKafkaLog({
      brokers: [this.address],
      clientId: 'contract',
      partitions: this.partitions,
      prefix,
      topicSettings: this.broker.settings,
      maxBatchBytes: 1,
      clock: this.clock,
    });
  }
}

async function contents(log: EventLog, topic: string): Promise<readonly LogRecord[]> {
  const ends = await log.watermarks(topic);
  const seen = new Seen();
  const follower = await log.follow({ topics: [topic], from: 'earliest', batch: seen.batch });
  await eventually(() => {
    for (const { partition, high } of ends)
      expect(follower.position({ topic, partition })).toBeGreaterThanOrEqual(high);
  });
  await follower.close();
  return seen.records;
}

describeWithKafka('on real brokers', (address) => eventLogContract('Kafka', () => new KafkaHarness(address)));
