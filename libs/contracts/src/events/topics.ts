const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A topic as every service creates it. Times in milliseconds. */
export interface Topic {
  readonly name: string;
  readonly cleanup: 'compact' | 'delete' | 'compact,delete';
  /** Topics of one group have the same number of partitions, fixed for their life, so that a key has one place in all. */
  readonly partitions: 'profiles' | 'own' | 'one';
  readonly retentionMs?: number;
}

/** How compacted topics are kept; a reader that was away longer than `deleteRetentionMs` starts from nothing. */
export const compaction = {
  deleteRetentionMs: 7 * DAY,
  segmentMs: 12 * HOUR,
  /** Longer than any repair of the relay takes: compaction never overtakes one. */
  minCompactionLagMs: HOUR,
  /** Bounds how long an erased state stays in the log. */
  maxCompactionLagMs: DAY,
} as const;

export const DEFAULT_PARTITIONS = 12;

export const topics = {
  vacancies: { name: 'vacancies.v1', cleanup: 'compact', partitions: 'own' },
  profiles: { name: 'profiles.v1', cleanup: 'compact', partitions: 'profiles' },
  matches: { name: 'matches.v1', cleanup: 'delete', partitions: 'profiles', retentionMs: 7 * DAY },
  alerts: { name: 'alerts.v1', cleanup: 'delete', partitions: 'profiles', retentionMs: DAY },
  /** Holds the log id: a service whose stored log id differs rebuilds. */
  log: { name: 'log.v1', cleanup: 'compact', partitions: 'one' },
} as const satisfies Record<string, Topic>;

/** Where the records that a group could not handle go, untouched; keyed as the source, so that an erasure reaches them. */
export function deadLetterOf(group: string): Topic {
  return {
    name: `${group}.dead-letter`,
    cleanup: 'compact,delete',
    partitions: 'own',
    retentionMs: 28 * DAY,
  };
}
