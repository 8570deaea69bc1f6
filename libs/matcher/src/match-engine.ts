import type { Match, ProfileState, VacancyState } from '@jobwire/contracts';
import type { IndexPicture } from './snapshot/index-picture.js';

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

/** What a question to the live index is after. */
export type Want =
  /** Every pair with at least this score (0 to 100); below `FLOOR` it means the floor. */
  | { readonly mode: 'soft'; readonly threshold: number }
  /** Every pair in which the person has all required skills, each itself or as something narrower, whatever the score. */
  | { readonly mode: 'strict' }
  /** The best so many of the set; of equals the smaller ids. */
  | { readonly mode: 'top'; readonly count: number };

export interface Query {
  /** Default: what belongs in a set, which is `soft` at `FLOOR`. */
  readonly want?: Want;
}

export interface VacancyQuery extends Query {
  /** Only profiles of these partitions; default all. */
  readonly partitionFilter?: (partition: number) => boolean;
}

export interface WhatIfOptions {
  /** A score from which on a vacancy counts, at least `FLOOR`; default the person's own alert threshold. */
  readonly threshold?: number;
  /** How many vacancies to name for each skill; default 3. */
  readonly best?: number;
}

/** What one more skill, at a level that is not stated, would bring a person. */
export interface SkillGain {
  readonly skill: string;
  /** How many open vacancies in reach would come to the threshold that are below it now. */
  readonly count: number;
  /** The best of them, by the score that they would have, then by id. */
  readonly best: readonly VacancyGain[];
}

export interface VacancyGain {
  readonly vacancyId: string;
  readonly vacancyRevision: number;
  readonly score: number;
}

/** Counts for metrics. */
export interface EngineSizes {
  /** Open vacancies in the index. */
  readonly vacancies: number;
  readonly profiles: number;
  /** Vacancies and profiles of which only id and revision are kept. */
  readonly stubs: number;
  /** Memory in use, rows, postings and names together; what is only reserved does not count. */
  readonly profileBytes: number;
  readonly vacancyBytes: number;
  /** Of these, postings that WebAssembly reads: both sides' once they are large, or none where there is no WebAssembly. */
  readonly sharedBytes: number;
}

/** What searches did since the engine was made. */
export interface EngineWork {
  readonly searches: number;
  /** Postings looked at by their hints. */
  readonly scanned: number;
  /** Rows looked at. */
  readonly verified: number;
  /** Pairs found. */
  readonly found: number;
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
  /**
   * Everybody who fits a vacancy; empty for one that is unknown, closed, expired or ended. Throws a RangeError for a
   * `want` that is no number.
   */
  matchesOfVacancy(id: string, query?: VacancyQuery): Slices<PairMatch[]>;
  /** Every open vacancy that fits a person; empty for one that is unknown or ended. */
  matchesOfProfile(id: string, query?: Query): Slices<PairMatch[]>;
  /**
   * What each of up to `MOST_SUPPOSED` skills, by itself, would newly bring a person, exactly and in the order asked;
   * nothing for a profile that is unknown or ended. Throws a RangeError for more skills.
   */
  whatIf(profileId: string, skillIds: readonly string[], options?: WhatIfOptions): Slices<SkillGain[]>;
  /** Forgets a partition given up: its profiles and their stubs, in slices. Returns how many profiles were in the index. */
  dropProfiles(partition: number): Slices<number>;
  /** The whole index as it is now. It is made of views of the engine's memory: copy it before the engine changes. */
  picture(): IndexPicture;
  /** A picture as bytes, with a note of the caller's, at once; `openMatchEngine` brings it back. */
  save(note: string): Generator<Uint8Array>;
  sizes(): EngineSizes;
  work(): EngineWork;
}

/** Skills in one what-if. */
export const MOST_SUPPOSED = 200;

/** Runs all slices at once, for tests and for callers that have nothing to keep alive. */
export function drain<T>(slices: Slices<T>): T {
  let step = slices.next();
  while (!step.done) step = slices.next();
  return step.value;
}
