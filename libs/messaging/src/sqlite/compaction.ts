import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { OFFSETS, type LogPartition } from './log-partition.js';

export interface CompactionLags {
  /** Records younger than this are left alone. */
  readonly minCompactionLagMs: number;
  /** How long a tombstone stays after compaction first kept it. */
  readonly deleteRetentionMs: number;
}

interface DirtyRow {
  readonly position: number;
  readonly key: string;
  readonly timestamp: number;
  readonly tombstone: number;
}

/** Keeps the last record of each key, as Kafka's log cleaner does; tombstones go later, by KIP-534. */
export class Compaction {
  private readonly dirty: StatementSync;
  private readonly removeOlder: StatementSync;
  private readonly letVanish: StatementSync;
  private readonly removeVanished: StatementSync;
  private readonly saveCleaned: StatementSync;

  constructor(
    database: DatabaseSync,
    private readonly lags: CompactionLags,
  ) {
    this.dirty = database.prepare(
      'SELECT position, key, timestamp, value IS NULL AS tombstone FROM records ' +
        'WHERE position >= ? AND position < ? ORDER BY position LIMIT ?',
    );
    this.removeOlder = database.prepare(
      'DELETE FROM records WHERE compacts = 1 AND key = ? AND position >= ? AND position < ?',
    );
    this.letVanish = database.prepare('UPDATE records SET vanishes = ? WHERE position = ?');
    this.removeVanished = database.prepare(
      'DELETE FROM records WHERE vanishes <= ? AND position >= ? AND position < ?',
    );
    this.saveCleaned = database.prepare('UPDATE partitions SET cleaned = ? WHERE id = ?');
  }

  /** Takes up to `limit` records further; true when there may be more. Inside a transaction. */
  step(partition: LogPartition, now: number, limit: number): boolean {
    const all = this.dirty.all(partition.at(partition.cleaned), partition.at(OFFSETS), limit);
    const rows = all as unknown as DirtyRow[];
    const young = rows.findIndex((row) => row.timestamp > now - this.lags.minCompactionLagMs);
    const old = young === -1 ? rows : rows.slice(0, young);
    for (const row of old) this.clean(partition, row, now);
    const last = old.at(-1);
    if (last) this.saveCleaned.run(partition.offsetOf(last.position) + 1, partition.id);
    if (last) partition.cleaned = partition.offsetOf(last.position) + 1;
    return old.length === limit;
  }

  /**
   * Removes tombstones whose time is over, but never the last record of a partition: readers then always find the
   * end where the watermark says it is, and offsets go on from there after a restart. Inside a transaction.
   */
  removeTombstones(partition: LogPartition, now: number): number {
    const { changes } = this.removeVanished.run(now, partition.at(0), partition.at(partition.high - 1));
    return Number(changes);
  }

  private clean(partition: LogPartition, row: DirtyRow, now: number): void {
    this.removeOlder.run(row.key, partition.at(0), row.position);
    if (row.tombstone === 1) this.letVanish.run(now + this.lags.deleteRetentionMs, row.position);
  }
}
