import type { Assignment, Batch, StartAt, TopicPartition } from '../event-log.js';
import type { LogPartition } from './log-partition.js';
import { PartitionReader } from './partition-reader.js';
import type { RecordTable } from './record-table.js';
import { nameOf } from '../partition-name.js';

export interface SessionOptions {
  readonly assignment: Assignment;
  readonly partitions: readonly LogPartition[];
  readonly records: RecordTable;
  readonly maxBatch: number;
  readonly committed: (partition: LogPartition) => number | undefined;
  readonly deliver: (batch: Batch) => Promise<void>;
  readonly failed: (error: Error) => void;
}

/** What one member reads in one generation. */
export class MemberSession {
  readonly assignment: Assignment;
  private readonly readers = new Map<string, PartitionReader>();
  private over = false;

  constructor(private readonly options: SessionOptions) {
    this.assignment = options.assignment;
  }

  /** Begins to read; `paused` are names of partitions. */
  start(starts: readonly StartAt[], paused: ReadonlySet<string>): void {
    if (this.over) return;
    const chosen = new Map(starts.map((start) => [nameOf(start), start.offset]));
    for (const partition of this.options.partitions) {
      const name = nameOf(partition);
      const from = chosen.get(name) ?? this.options.committed(partition) ?? partition.low;
      const reader = new PartitionReader({ ...this.options, partition, from, paused: paused.has(name) });
      this.readers.set(name, reader);
      reader.start();
    }
  }

  /** From now on nothing is delivered and what is in hand is stale; resolves when it is done. */
  async stop(): Promise<void> {
    this.over = true;
    await Promise.all([...this.readers.values()].map((reader) => reader.stop()));
  }

  reader(partition: TopicPartition): PartitionReader | undefined {
    return this.readers.get(nameOf(partition));
  }

  /** True when a batch was neither finished nor accompanied by a heartbeat since `deadline` (performance.now). */
  overdue(deadline: number): boolean {
    return [...this.readers.values()].some(({ heardAt }) => heardAt !== undefined && heardAt < deadline);
  }
}
