import { compaction, DEFAULT_PARTITIONS } from '@jobwire/contracts';
import { systemClock } from '@jobwire/kernel';
import { openDatabase } from './database.js';
import { SqliteLog } from './sqlite-log.js';
import type { SqliteLogOptions } from './sqlite-log-options.js';

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
