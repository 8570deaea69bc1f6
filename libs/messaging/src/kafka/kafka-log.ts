import { topics as knownTopics, type Topic } from '@jobwire/contracts';
import { partitionOf } from '@jobwire/kernel';
import { Partitioners, type Admin, type Kafka, type Producer } from 'kafkajs';
import { checkRecord } from '../check-record.js';
import {
  UnavailableError,
  type Appended,
  type Committed,
  type EventLog,
  type Follower,
  type FollowOptions,
  type GroupMember,
  type GroupOptions,
  type NewRecord,
  type Watermarks,
} from '../event-log.js';
import { AppendQueue, type Placed } from './append-queue.js';
import { translated } from './kafka-errors.js';
import { KafkaFollower } from './kafka-follower.js';
import { identityOf } from './kafka-identity.js';
import type { KafkaLogSettings } from './kafka-log-options.js';
import { KafkaMember } from './kafka-member.js';
import { KafkaNames } from './kafka-names.js';
import { KafkaTopics, untilMade } from './kafka-topics.js';
import type { MemberTools } from './member-tools.js';

interface Reader {
  readonly ended: Promise<Error | undefined>;
}

/** The event log on Kafka, by kafkajs. */
export class KafkaLog implements EventLog {
  private readonly names: KafkaNames;
  private readonly topics: KafkaTopics;
  private readonly admin: Admin;
  private readonly producer: Producer;
  private readonly queue: AppendQueue;
  private readonly members = new Set<KafkaMember>();
  private readonly followers = new Set<KafkaFollower>();
  private connected: Promise<void> | undefined;
  private identity: Promise<string> | undefined;
  private closed = false;

  /** Use `openKafkaLog`. */
  constructor(
    private readonly kafka: Kafka,
    private readonly settings: KafkaLogSettings,
  ) {
    this.names = new KafkaNames(settings.prefix);
    this.admin = kafka.admin();
    this.producer = kafka.producer({
      allowAutoTopicCreation: false,
      // Every record names its partition; said so that kafkajs does not warn of a change in how it would choose one.
      createPartitioner: Partitioners.DefaultPartitioner,
      retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 2 },
    });
    this.topics = new KafkaTopics(this.admin, this.names, settings);
    this.queue = new AppendQueue(this.producer, this.names, settings.maxBatchBytes);
  }

  async ensureTopics(topics: readonly Topic[]): Promise<void> {
    await this.connect();
    await this.topics.ensure([...topics, knownTopics.log]);
    await untilMade(() => this.logId());
  }

  async logId(): Promise<string> {
    this.identity ??= identityOf(this, this.settings.clock).catch((error: unknown) => {
      this.identity = undefined;
      throw error;
    });
    return this.identity;
  }

  async partitionsOf(topic: string): Promise<number> {
    await this.connect();
    return this.topics.count(topic);
  }

  async append(records: readonly NewRecord[]): Promise<readonly Appended[]> {
    await this.connect();
    const placed = await Promise.all(records.map((record) => this.place(record)));
    return this.queue.append(placed);
  }

  async watermarks(topic: string): Promise<readonly Watermarks[]> {
    await this.connect();
    const offsets = await translated(() => this.admin.fetchTopicOffsets(this.names.topic(topic)));
    return offsets
      .map(({ partition, low, high }) => ({ partition, low: Number(low), high: Number(high) }))
      .toSorted((one, other) => one.partition - other.partition);
  }

  async committed(group: string, topic: string): Promise<ReadonlyMap<number, Committed>> {
    await this.connect();
    const request = { groupId: this.names.group(group, [topic]), topics: [this.names.topic(topic)] };
    const [found] = await translated(() => this.admin.fetchOffsets(request));
    return new Map(
      (found?.partitions ?? [])
        .filter(({ offset }) => Number(offset) >= 0)
        .map(({ partition, offset, metadata }) => [
          partition,
          { offset: Number(offset), metadata: metadata ?? '' },
        ]),
    );
  }

  async join(options: GroupOptions): Promise<GroupMember> {
    this.refuseWhenClosed();
    const member = await KafkaMember.join(options, this.tools());
    return this.keep(this.members, member);
  }

  async follow(options: FollowOptions): Promise<Follower> {
    this.refuseWhenClosed();
    const ends = new Map<string, readonly Watermarks[]>();
    for (const topic of options.topics) ends.set(topic, await this.watermarks(topic));
    const follower = await KafkaFollower.begin(options, ends, this.tools());
    return this.keep(this.followers, follower);
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.followers].map((follower) => follower.close()));
    await Promise.all([...this.members].map((member) => member.leave()));
    await this.queue.close();
    await this.connected?.catch(() => undefined);
    await Promise.allSettled([this.producer.disconnect(), this.admin.disconnect()]);
  }

  private connect(): Promise<void> {
    this.refuseWhenClosed();
    this.connected ??= this.connectBoth().catch((error: unknown) => {
      this.connected = undefined;
      throw error;
    });
    return this.connected;
  }

  private async connectBoth(): Promise<void> {
    await translated(() => Promise.all([this.admin.connect(), this.producer.connect()]));
  }

  private refuseWhenClosed(): void {
    if (this.closed) throw new UnavailableError('The event log is closed.');
  }

  private async place(record: NewRecord): Promise<Placed> {
    const count = await this.topics.count(record.topic);
    const bytes = checkRecord(record, this.topics.compacts(record.topic));
    const partition = record.partition ?? partitionOf(record.key ?? '', count);
    return { record, bytes, partition, timestamp: this.settings.clock.now().getTime() };
  }

  private keep<Kept extends Reader>(readers: Set<Kept>, reader: Kept): Kept {
    readers.add(reader);
    void reader.ended.then(() => readers.delete(reader));
    return reader;
  }

  private tools(): MemberTools {
    return { kafka: this.kafka, names: this.names, logger: this.settings.logger };
  }
}
