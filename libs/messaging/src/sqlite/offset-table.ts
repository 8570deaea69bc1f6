import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Committed } from '../event-log.js';
import type { LogPartition } from './log-partition.js';

/** Where groups have got to. */
export class OffsetTable {
  private readonly upsert: StatementSync;
  private readonly select: StatementSync;

  constructor(
    database: DatabaseSync,
    private readonly prefix: string,
  ) {
    this.upsert = database.prepare(
      'INSERT INTO offsets (member_group, partition, next, metadata) VALUES (?, ?, ?, ?) ' +
        'ON CONFLICT DO UPDATE SET next = excluded.next, metadata = excluded.metadata',
    );
    this.select = database.prepare(
      'SELECT next, metadata FROM offsets WHERE member_group = ? AND partition = ?',
    );
  }

  /** Inside a transaction. */
  save(group: string, partition: LogPartition, { offset, metadata }: Committed): void {
    this.upsert.run(this.prefix + group, partition.id, offset, metadata);
  }

  of(group: string, partition: LogPartition): Committed | undefined {
    const row = this.select.get(this.prefix + group, partition.id);
    return row && { offset: Number(row['next']), metadata: String(row['metadata']) };
  }
}
