import { compaction, type Topic } from '@jobwire/contracts';
import type { Admin } from 'kafkajs';
import { MAX_RECORD_BYTES, PartitionCountError, UnavailableError, UnknownTopicError } from '../event-log.js';
import { kindOf, translated } from './kafka-errors.js';
import type { KafkaLogSettings } from './kafka-log-options.js';
import type { KafkaNames } from './kafka-names.js';
import { setTimeout as pause } from 'node:timers/promises';

const TRIES = 40;
const PAUSE_MS = 250;
const NOT_YET = new Set(['UNKNOWN_TOPIC_OR_PARTITION', 'NOT_LEADER_FOR_PARTITION', 'LEADER_NOT_AVAILABLE']);

/** Works on topics made a moment ago, by us or by somebody else: not every broker has heard of them. */
export async function untilMade<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!NOT_YET.has(kindOf(error) ?? '')) throw error;
      if (tries === TRIES) throw new UnavailableError('Topics are still being made.', { cause: error });
      await pause(PAUSE_MS);
    }
  }
}

/** The topics of one prefix, with their numbers of partitions once those are known. */
export class KafkaTopics {
  private readonly counts = new Map<string, number>();
  private readonly compacted = new Set<string>();

  constructor(
    private readonly admin: Admin,
    private readonly names: KafkaNames,
    private readonly settings: KafkaLogSettings,
  ) {}

  /**
   * Creates what is missing; several services do so at once, and one of them is first.
   * @throws PartitionCountError naming both counts, UnavailableError
   */
  async ensure(wanted: readonly Topic[]): Promise<void> {
    const topics = [...new Map(wanted.map((topic) => [topic.name, topic])).values()];
    await untilMade(() => this.ensureOnce(topics));
  }

  /** True for what `ensure` was given as compacted. */
  compacts(topic: string): boolean {
    return this.compacted.has(topic);
  }

  /** @throws UnknownTopicError */
  async count(topic: string): Promise<number> {
    const known = this.counts.get(topic);
    if (known !== undefined) return known;
    const count = await translated(() => this.ask(topic));
    this.counts.set(topic, count);
    return count;
  }

  private async ensureOnce(topics: readonly Topic[]): Promise<void> {
    const there = new Set(await translated(() => this.admin.listTopics()));
    const missing = topics.filter(({ name }) => !there.has(this.names.topic(name)));
    if (missing.length > 0) await translated(() => this.create(missing));
    for (const topic of topics) {
      this.refuseOther(topic, await this.count(topic.name));
      if (topic.cleanup !== 'delete') this.compacted.add(topic.name);
    }
  }

  private async ask(topic: string): Promise<number> {
    try {
      const { topics } = await this.admin.fetchTopicMetadata({ topics: [this.names.topic(topic)] });
      return topics[0]?.partitions.length ?? 0;
    } catch (cause) {
      if (kindOf(cause) !== 'UNKNOWN_TOPIC_OR_PARTITION') throw cause;
      throw new UnknownTopicError(`There is no topic ${topic}. Name it to ensureTopics before it is used.`, {
        cause,
      });
    }
  }

  private async create(topics: readonly Topic[]): Promise<void> {
    await this.admin.createTopics({
      waitForLeaders: true,
      topics: topics.map((topic) => ({
        topic: this.names.topic(topic.name),
        numPartitions: this.countOf(topic),
        replicationFactor: this.settings.replicationFactor,
        configEntries: Object.entries({ ...settingsOf(topic), ...this.settings.topicSettings }).map(
          ([name, value]) => ({ name, value }),
        ),
      })),
    });
  }

  private countOf({ partitions }: Topic): number {
    return partitions === 'one' ? 1 : this.settings.partitions;
  }

  private refuseOther(topic: Topic, has: number): void {
    const wanted = this.countOf(topic);
    if (has === wanted) return;
    throw new PartitionCountError(
      `The topic ${this.names.topic(topic.name)} has ${has} partitions, ${wanted} are configured. Configure ${has}, or begin with a new prefix.`,
    );
  }
}

function settingsOf({ cleanup, retentionMs }: Topic): Record<string, string> {
  return {
    'cleanup.policy': cleanup,
    // Retention must not depend on the clocks of those who write.
    'message.timestamp.type': 'LogAppendTime',
    // The limit of one record and what a batch adds to it: a broker's own default leaves no room for that.
    'max.message.bytes': String(2 * MAX_RECORD_BYTES),
    ...(retentionMs === undefined ? {} : { 'retention.ms': String(retentionMs) }),
    ...(cleanup === 'delete' ? {} : compactionSettings),
  };
}

const compactionSettings = {
  'delete.retention.ms': String(compaction.deleteRetentionMs),
  'segment.ms': String(compaction.segmentMs),
  'min.compaction.lag.ms': String(compaction.minCompactionLagMs),
  'max.compaction.lag.ms': String(compaction.maxCompactionLagMs),
};
