import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { OFFSETS, type LogPartition } from './log-partition.js';

/** Removes what is older than its topic keeps it, from the beginning of a partition on. */
export class Retention {
  private readonly oldest: StatementSync;
  private readonly removeBefore: StatementSync;
  private readonly saveLow: StatementSync;

  constructor(database: DatabaseSync) {
    this.oldest = database.prepare(
      'SELECT position, timestamp FROM records WHERE position >= ? AND position < ? ORDER BY position LIMIT ?',
    );
    this.removeBefore = database.prepare('DELETE FROM records WHERE position >= ? AND position < ?');
    this.saveLow = database.prepare('UPDATE partitions SET low = ? WHERE id = ?');
  }

  /** Removes up to `limit` records; true when there may be more. Inside a transaction. */
  step(partition: LogPartition, olderThan: number, limit: number): boolean {
    const rows = this.oldest.all(partition.at(partition.low), partition.at(OFFSETS), limit);
    const kept = rows.find((row) => Number(row['timestamp']) >= olderThan);
    if (rows.length === 0 || kept === rows[0]) return false;
    const low = kept ? partition.offsetOf(Number(kept['position'])) : afterLast(partition, rows);
    this.removeBefore.run(partition.at(partition.low), partition.at(low));
    this.saveLow.run(low, partition.id);
    partition.low = low;
    return kept === undefined;
  }
}

function afterLast(partition: LogPartition, rows: readonly Record<string, unknown>[]): number {
  return partition.offsetOf(Number(rows.at(-1)?.['position'])) + 1;
}
