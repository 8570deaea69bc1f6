import type { DatabaseSync } from 'node:sqlite';
import type { Topic } from '@jobwire/contracts';
import { PartitionCountError, UnknownTopicError } from '../event-log.js';
import { LogPartition, OFFSETS } from './log-partition.js';

/** A topic as it is known in memory. */
export interface LogTopic {
  readonly name: string;
  readonly cleanup: Topic['cleanup'];
  readonly retentionMs: number | undefined;
  readonly partitions: readonly LogPartition[];
}

interface TopicRow {
  readonly id: number;
  readonly name: string;
  readonly cleanup: Topic['cleanup'];
  readonly retention_ms: number | null;
}

interface PartitionRow {
  readonly id: number;
  readonly number: number;
  readonly low: number;
  readonly cleaned: number;
}

/** The topics of one prefix. Outside they go by their plain names. */
export class TopicTable {
  private readonly topics = new Map<string, LogTopic>();

  constructor(
    private readonly database: DatabaseSync,
    private readonly prefix: string,
  ) {
    this.load();
  }

  all(): readonly LogTopic[] {
    return [...this.topics.values()];
  }

  /** @throws UnknownTopicError */
  of(name: string): LogTopic {
    const topic = this.topics.get(name);
    if (topic) return topic;
    throw new UnknownTopicError(`There is no topic ${name}. Name it to ensureTopics before it is used.`);
  }

  /** @throws PartitionCountError when the topic exists with another number of partitions */
  refuseOther(topic: Topic, count: number): void {
    const has = this.topics.get(topic.name)?.partitions.length ?? count;
    if (has === count) return;
    throw new PartitionCountError(
      `The topic ${topic.name} has ${has} partitions, ${count} are configured. Configure ${has}, or begin with a new log.`,
    );
  }

  /** Creates the topic, or takes over its new retention. Inside a transaction. */
  ensure(topic: Topic, count: number): void {
    const retention = topic.retentionMs ?? null;
    if (this.topics.has(topic.name)) this.change(topic, retention);
    else this.create(topic, retention, count);
    this.load();
  }

  /** Reads everything anew: after a change of topics, or when a transaction was rolled back. */
  load(): void {
    const rows = this.database
      .prepare(
        'SELECT id, name, cleanup, retention_ms FROM topics WHERE substr(name, 1, ?) = ? ORDER BY name',
      )
      .all(this.prefix.length, this.prefix) as unknown as TopicRow[];
    for (const row of rows) this.remember(row);
  }

  private remember(row: TopicRow): void {
    const name = row.name.slice(this.prefix.length);
    const partitions = this.partitionsOf(row, name, this.topics.get(name)?.partitions ?? []);
    for (const partition of partitions) partition.high = this.highOf(partition);
    this.topics.set(name, {
      name,
      cleanup: row.cleanup,
      retentionMs: row.retention_ms ?? undefined,
      partitions,
    });
  }

  // Readers wait on the objects that are known already, so those stay and are set right.
  private partitionsOf(topic: TopicRow, name: string, known: readonly LogPartition[]): LogPartition[] {
    const rows = this.database
      .prepare('SELECT id, number, low, cleaned FROM partitions WHERE topic = ? ORDER BY number')
      .all(topic.id) as unknown as PartitionRow[];
    const compacts = topic.cleanup.startsWith('compact');
    return rows.map(({ id, number, low, cleaned }, index) =>
      Object.assign(known[index] ?? new LogPartition(id, name, number, compacts), { low, cleaned }),
    );
  }

  // Compaction keeps the last record of a partition and retention writes `low`, so no offset is ever used again.
  private highOf(partition: LogPartition): number {
    const last = this.database
      .prepare('SELECT max(position) AS last FROM records WHERE position >= ? AND position < ?')
      .get(partition.at(0), partition.at(OFFSETS))?.['last'];
    return Math.max(partition.low, typeof last === 'number' ? partition.offsetOf(last) + 1 : 0);
  }

  private create(topic: Topic, retention: number | null, count: number): void {
    const { lastInsertRowid } = this.database
      .prepare('INSERT INTO topics (name, partitions, cleanup, retention_ms) VALUES (?, ?, ?, ?)')
      .run(this.prefix + topic.name, count, topic.cleanup, retention);
    const insert = this.database.prepare('INSERT INTO partitions (topic, number) VALUES (?, ?)');
    for (let number = 0; number < count; number++) insert.run(lastInsertRowid, number);
  }

  private change(topic: Topic, retention: number | null): void {
    this.database
      .prepare('UPDATE topics SET retention_ms = ? WHERE name = ?')
      .run(retention, this.prefix + topic.name);
  }
}
