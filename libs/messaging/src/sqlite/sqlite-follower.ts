import type { Follower, FollowOptions, TopicPartition } from '../event-log.js';
import { nameOf } from '../partition-name.js';
import type { LogPartition } from './log-partition.js';
import { PartitionReader } from './partition-reader.js';
import type { RecordTable } from './record-table.js';

/** Reads all partitions of some topics, for itself. */
export class SqliteFollower implements Follower {
  readonly ended: Promise<Error | undefined>;
  private end: (error: Error | undefined) => void = () => undefined;
  private readonly readers = new Map<string, PartitionReader>();

  constructor(partitions: readonly LogPartition[], records: RecordTable, options: FollowOptions) {
    this.ended = new Promise((resolve) => {
      this.end = resolve;
    });
    for (const partition of partitions) {
      const reader = new PartitionReader({
        partition,
        records,
        maxBatch: options.maxBatch ?? 500,
        paused: false,
        from: startOf(partition, options.from),
        deliver: options.batch,
        failed: (error) => void this.finish(error),
      });
      this.readers.set(nameOf(partition), reader);
      reader.start();
    }
  }

  position(partition: TopicPartition): number {
    return this.readerOf(partition).next;
  }

  pause(partitions: readonly TopicPartition[]): void {
    for (const partition of partitions) this.readerOf(partition).pause();
  }

  resume(partitions: readonly TopicPartition[]): void {
    for (const partition of partitions) this.readerOf(partition).resume();
  }

  async close(): Promise<void> {
    await this.finish(undefined);
  }

  private async finish(failure: Error | undefined): Promise<void> {
    await Promise.all([...this.readers.values()].map((reader) => reader.stop()));
    this.end(failure);
  }

  private readerOf(partition: TopicPartition): PartitionReader {
    const reader = this.readers.get(nameOf(partition));
    if (reader) return reader;
    throw new RangeError(`Partition ${partition.partition} of ${partition.topic} is not followed here.`);
  }
}

function startOf(partition: LogPartition, from: FollowOptions['from']): number {
  if (from === 'earliest') return partition.low;
  if (from === 'latest') return partition.high;
  const start = from.find((at) => at.topic === partition.topic && at.partition === partition.partition);
  return start?.offset ?? partition.low;
}
