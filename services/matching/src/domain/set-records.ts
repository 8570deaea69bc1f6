import type { Match, MatchSet, MatchSubject } from '@jobwire/contracts';

/** About 150 KB of JSON; a log takes records of 1 MB. */
export const MATCHES_PER_RECORD = 100;

export interface Stamp {
  readonly epoch: number;
  readonly scorer: string;
}

/** One set as records: the whole of it in pieces, `last` on the last; an empty set is one record. */
export function setRecords(subject: MatchSubject, matches: readonly Match[], stamp: Stamp): MatchSet[] {
  const pieces = Math.max(1, Math.ceil(matches.length / MATCHES_PER_RECORD));
  return Array.from({ length: pieces }, (_, n) => ({
    subject,
    ...stamp,
    matches: matches.slice(n * MATCHES_PER_RECORD, (n + 1) * MATCHES_PER_RECORD),
    last: n === pieces - 1,
  }));
}
