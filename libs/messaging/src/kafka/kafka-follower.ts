import { randomUUID } from 'node:crypto';
import type { Batch, Follower, FollowOptions, StartAt, TopicPartition, Watermarks } from '../event-log.js';
import { KafkaMember } from './kafka-member.js';
import type { MemberTools } from './member-tools.js';
import { nameOf } from '../partition-name.js';

export type Ends = ReadonlyMap<string, readonly Watermarks[]>;

/**
 * Reads all partitions of some topics for itself: the only member of a group that nobody else will ever join. It
 * commits nothing and keeps its places itself, so that joining anew changes nothing.
 */
export class KafkaFollower implements Follower {
  private readonly next: Map<string, StartAt>;
  private member: KafkaMember | undefined;

  private constructor(
    private readonly options: FollowOptions,
    ends: Ends,
  ) {
    this.next = new Map(startsOf(options.from, ends).map((start) => [nameOf(start), start]));
  }

  /** `ends` are those of its topics. @throws UnavailableError */
  static async begin(options: FollowOptions, ends: Ends, tools: MemberTools): Promise<KafkaFollower> {
    const follower = new KafkaFollower(options, ends);
    const { topics, maxBatch } = options;
    const group = {
      group: `follow.${randomUUID()}`,
      topics,
      ...(maxBatch === undefined ? {} : { maxBatch }),
      handler: {
        assigned: async () => [...follower.next.values()],
        batch: (batch: Batch) => follower.take(batch),
      },
    };
    const passed = (partition: TopicPartition, next: number): void => follower.passed(partition, next);
    follower.member = await KafkaMember.join(group, { ...tools, passed });
    return follower;
  }

  get ended(): Promise<Error | undefined> {
    return this.joined.ended;
  }

  position(partition: TopicPartition): number {
    const at = this.next.get(nameOf(partition));
    if (at !== undefined) return at.offset;
    throw new RangeError(`Partition ${partition.partition} of ${partition.topic} is not followed here.`);
  }

  pause(partitions: readonly TopicPartition[]): void {
    this.joined.pause(partitions);
  }

  resume(partitions: readonly TopicPartition[]): void {
    this.joined.resume(partitions);
  }

  close(): Promise<void> {
    return this.joined.leave();
  }

  private get joined(): KafkaMember {
    if (this.member === undefined) throw new Error('The follower has not begun.');
    return this.member;
  }

  /** Nobody else takes over, so nothing is ever given up: a batch in hand counts, whatever the group says of it. */
  private async take(batch: Batch): Promise<void> {
    await this.options.batch({ ...batch, isStale: () => false });
    this.passed(batch, (batch.records.at(-1)?.offset ?? -1) + 1);
  }

  private passed({ topic, partition }: TopicPartition, offset: number): void {
    const place = { topic, partition };
    if (offset > this.position(place)) this.next.set(nameOf(place), { ...place, offset });
  }
}

function startsOf(from: FollowOptions['from'], ends: Ends): StartAt[] {
  return [...ends].flatMap(([topic, marks]) =>
    marks.map(({ partition, low, high }) => {
      if (typeof from === 'string') return { topic, partition, offset: from === 'earliest' ? low : high };
      const chosen = from.find((at) => at.topic === topic && at.partition === partition);
      return { topic, partition, offset: chosen?.offset ?? low };
    }),
  );
}
