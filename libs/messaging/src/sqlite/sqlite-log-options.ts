import type { Clock } from '@jobwire/kernel';
import type { CompactionLags } from './compaction.js';

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
