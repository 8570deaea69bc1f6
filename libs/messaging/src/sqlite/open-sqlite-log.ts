import { compaction, DEFAULT_PARTITIONS } from '@jobwire/contracts';
import { systemClock, type Clock } from '@jobwire/kernel';
import type { CompactionLags } from './compaction.js';
import { openDatabase } from './database.js';
import { SqliteLog } from './sqlite-log.js';

export interface SqliteLogOptions extends Partial<CompactionLags> {
  /** A file of its own, made when it is missing; `:memory:` for tests. */
  readonly file: string;
  /** Of topics that are created; 12 when absent. */
  readonly partitions?: number;
  /** Goes before the names of topics and groups in the file. */
  readonly prefix?: string;
  /** Gives records their timestamps. */
  readonly clock?: Clock;
  /** How long to wait, blocking, for a former process that still has the file; 2 s when absent. */
  readonly waitForFileMs?: number;
  /** How often the log compacts itself and removes what is too old; 5 minutes when absent. */
  readonly maintainEveryMs?: number;
  /** Called when it could not, for the log of the process. */
  readonly maintenanceFailed?: (error: unknown) => void;
}

/** The options with nothing left open. */
export interface SqliteLogSettings extends CompactionLags {
  readonly partitions: number;
  readonly prefix: string;
  readonly clock: Clock;
  readonly maintainEveryMs: number;
  readonly maintenanceFailed: (error: unknown) => void;
}

/**
 * Opens the embedded event log. One process has the file at a time; within it, one log for all services.
 * @throws UnavailableError when the file cannot be opened, SchemaVersionError when a newer release wrote it
 */
export function openSqliteLog(options: SqliteLogOptions): SqliteLog {
  const { file, waitForFileMs = 2_000, ...chosen } = options;
  return new SqliteLog(openDatabase(file, waitForFileMs), {
    partitions: DEFAULT_PARTITIONS,
    prefix: '',
    clock: systemClock,
    minCompactionLagMs: compaction.minCompactionLagMs,
    deleteRetentionMs: compaction.deleteRetentionMs,
    maintainEveryMs: 300_000,
    maintenanceFailed: () => undefined,
    ...chosen,
  });
}
