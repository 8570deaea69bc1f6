import { randomUUID } from 'node:crypto';
import type { Topic } from '@jobwire/contracts';
import { eventually } from '@jobwire/testing';
import type { Batch, EventLog, GroupHandler, GroupMember, LogRecord, NewRecord } from '../event-log.js';

/** What the contract needs of an adapter; it knows no more of it. */
export interface EventLogHarness {
  /** Of topics whose count is not 'one'; at least 2. */
  readonly partitions: number;
  /** The shortest that the adapter takes. */
  readonly sessionTimeoutMs: number;
  /** How long something may take at most, rebalances included. */
  readonly patienceMs: number;
  /** A log with nothing in it that the tests of before would disturb. */
  open(): Promise<EventLog>;
  /** The same data, by another client; the former one is closed. */
  reopen(): Promise<EventLog>;
  /** Another log, with a history of its own. Closed with the rest. */
  openAnother(): Promise<EventLog>;
  /** Kills a member as if its process had died: it does not leave. */
  crash(member: GroupMember): Promise<void>;
  /**
   * Lets everything appended so far pass through compaction. The second time it does so, tombstones that the first
   * kept have had their time.
   */
  compact(): Promise<void>;
  close(): Promise<void>;
}

/** A log under test with what the tests ask again and again. */
export class Bench {
  constructor(
    readonly log: EventLog,
    readonly harness: EventLogHarness,
  ) {}

  /** Creates a topic that nobody else uses. */
  async topic(
    cleanup: Topic['cleanup'] = 'delete',
    partitions: Topic['partitions'] = 'own',
  ): Promise<string> {
    const name = `contract-${randomUUID()}`;
    await this.log.ensureTopics([{ name, cleanup, partitions }]);
    return name;
  }

  async join(topics: readonly string[], group: string, handler: Partial<GroupHandler> = {}) {
    const seen = new Seen();
    const member = await this.log.join({
      group,
      topics,
      sessionTimeoutMs: this.harness.sessionTimeoutMs,
      handler: { batch: seen.batch, ...handler },
    });
    return { member, seen };
  }

  async follow(topic: string, from: 'earliest' | 'latest' | { partition: number; offset: number }[]) {
    const seen = new Seen();
    const start = typeof from === 'string' ? from : from.map((at) => ({ topic, ...at }));
    const follower = await this.log.follow({ topics: [topic], from: start, batch: seen.batch });
    return { follower, seen };
  }

  /** Everything the topic has, by key. */
  async contents(topic: string): Promise<readonly LogRecord[]> {
    const ends = await this.log.watermarks(topic);
    const { follower, seen } = await this.follow(topic, 'earliest');
    const read = () =>
      ends.every(
        ({ partition, low, high }) => low === high || follower.position({ topic, partition }) >= high,
      );
    await this.eventually(() => {
      if (!read()) throw new Error(`${topic} is not read to its end`);
    });
    await follower.close();
    return seen.records;
  }

  eventually<Result>(attempt: () => Result | Promise<Result>): Promise<Result> {
    return eventually(attempt, { timeoutMs: this.harness.patienceMs });
  }
}

/** Remembers what was delivered. */
export class Seen {
  readonly records: LogRecord[] = [];
  readonly batch = async ({ records }: Batch): Promise<void> => {
    this.records.push(...records);
  };

  values(): string[] {
    return this.records.map(({ value }) => value?.toString() ?? 'null');
  }

  partitions(): number[] {
    return [...new Set(this.records.map(({ partition }) => partition))].toSorted((a, b) => a - b);
  }
}

/** A record whose value is text. */
export function record(topic: string, key: string, value: string | null, partition?: number): NewRecord {
  return {
    topic,
    key,
    value: value === null ? null : Buffer.from(value),
    headers: { said: 'test' },
    ...(partition === undefined ? {} : { partition }),
  };
}

/** One record for each partition, its number as the value. */
export function onePerPartition(topic: string, partitions: number): NewRecord[] {
  return Array.from({ length: partitions }, (_, number) =>
    record(topic, `k${number}`, String(number), number),
  );
}

export const uniqueGroup = (): string => `group-${randomUUID()}`;
