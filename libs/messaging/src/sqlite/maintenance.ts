import { setImmediate as turn } from 'node:timers/promises';
import type { DatabaseSync } from 'node:sqlite';
import { Compaction, type CompactionLags } from './compaction.js';
import type { LogPartition } from './log-partition.js';
import { Retention } from './retention.js';
import type { LogTopic } from './topic-table.js';
import type { WriteQueue } from './write-queue.js';

// SQLite works in this thread: 500 records at a time take some milliseconds, then others have their turn.
const STEP = 500;

/** Compaction and retention, in slices between other work. */
export class Maintenance {
  private readonly compaction: Compaction;
  private readonly retention: Retention;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: DatabaseSync,
    private readonly writes: WriteQueue,
    lags: CompactionLags,
  ) {
    this.compaction = new Compaction(database, lags);
    this.retention = new Retention(database);
  }

  /** As if it were `now` (milliseconds since 1970); one run after the other. */
  run(topics: readonly LogTopic[], now: number): Promise<void> {
    const run = this.running.then(() => this.all(topics, now));
    this.running = run.catch(() => undefined);
    return run;
  }

  private async all(topics: readonly LogTopic[], now: number): Promise<void> {
    for (const topic of topics) {
      for (const partition of topic.partitions) await this.one(topic, partition, now);
    }
    // What was deleted is overwritten in the file (secure_delete) only when the write-ahead log has gone into it.
    if (this.database.isOpen) this.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  private async one(topic: LogTopic, partition: LogPartition, now: number): Promise<void> {
    const { retentionMs } = topic;
    if (partition.compacts) {
      await this.repeat(() => this.compaction.step(partition, now, STEP));
      await this.writes.write(() => this.compaction.removeTombstones(partition, now));
    }
    if (retentionMs !== undefined) {
      await this.repeat(() => this.retention.step(partition, now - retentionMs, STEP));
    }
  }

  private async repeat(step: () => boolean): Promise<void> {
    while (await this.writes.write(step)) await turn();
  }
}
