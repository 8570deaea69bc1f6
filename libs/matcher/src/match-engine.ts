import type { Match, ProfileState, VacancyState } from '@jobwire/contracts';

/** A pair that belongs in a set: what decides about it, without the reasons, which `toMatch` makes when they are wanted. */
export interface PairMatch {
  readonly vacancyId: string;
  readonly vacancyRevision: number;
  readonly profileId: string;
  readonly profileRevision: number;
  /** The partition of `profiles.v1` that the profile was put with. */
  readonly partition: number;
  /** 0 to 100, at least `FLOOR`: how well the person fits the vacancy. */
  readonly score: number;
  /** 0 to 100: how well the vacancy fits the person's wishes. */
  readonly personScore: number;
  readonly alert: boolean;
  readonly visible: boolean;
  /** The whole match with its reasons. Stays right for these two revisions, whatever happens to the engine. */
  toMatch(): Match;
}

/**
 * Work in slices: `next()` does one slice, the end returns everything. Between slices only heartbeats and probes
 * may run; a put, an end or a drop in the middle leaves open whether the subject's set shows it.
 */
export type Slices<T> = Generator<undefined, T, undefined>;

export interface VacancyQuery {
  /** Only profiles of these partitions; default all. */
  readonly partitionFilter?: (partition: number) => boolean;
}

/** Counts for metrics. */
export interface EngineSizes {
  /** Open vacancies in the index. */
  readonly vacancies: number;
  readonly profiles: number;
  /** Vacancies and profiles of which only id and revision are kept. */
  readonly stubs: number;
}

/**
 * Both sides of the market, indexed in memory. Pure: no clock, no I/O; expiry arrives as a state.
 * A set holds every pair that passes the hard filters, shares a skill (or a near one) or the occupation, and
 * scores at least `FLOOR`; ordered by score, highest first, then by the other side's id (code units).
 */
export interface MatchEngine {
  /** The scorer version of every match from this engine. */
  readonly scorer: string;
  /** True when the record was news: its revision is newer than the one known. Anything else is dropped. */
  putVacancy(state: VacancyState): boolean;
  /** As `putVacancy`; `partition` is the profile's in `profiles.v1`. */
  putProfile(state: ProfileState, partition: number): boolean;
  /** A tombstone: only id and revision stay, so that an older state cannot come back. True when it was news. */
  endVacancy(id: string, revision: number): boolean;
  endProfile(id: string, revision: number, partition: number): boolean;
  /** The revision known of an id, ended ones too; undefined for one never heard of. */
  vacancyRevision(id: string): number | undefined;
  profileRevision(id: string): number | undefined;
  /** False for a profile never heard of, dropped, or ended by a tombstone. */
  hasProfile(id: string): boolean;
  /** Every profile put with a partition, ended ones too. */
  profilesOf(partition: number): readonly string[];
  /** Everybody who fits a vacancy; empty for one that is unknown, closed, expired or ended. */
  matchesOfVacancy(id: string, query?: VacancyQuery): Slices<PairMatch[]>;
  /** Every open vacancy that fits a person; empty for one that is unknown or ended. */
  matchesOfProfile(id: string): Slices<PairMatch[]>;
  /** Forgets a partition given up: its profiles and their stubs. Returns how many profiles were in the index. */
  dropProfiles(partition: number): number;
  sizes(): EngineSizes;
}

/** Runs all slices at once, for tests and for callers that have nothing to keep alive. */
export function drain<T>(slices: Slices<T>): T {
  let step = slices.next();
  while (!step.done) step = slices.next();
  return step.value;
}
