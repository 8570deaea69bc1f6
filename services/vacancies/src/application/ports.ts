import type { VacancyState, VacancyStatus } from '@jobwire/contracts';
import type { PublishedStates } from '@jobwire/messaging';
import type { OpenStores } from '@jobwire/platform';
import type { DraftRequest } from '../domain/draft-from-source.js';
import type { Vacancy } from '../domain/vacancy.js';

export const STORES = Symbol('Stores');
export const VACANCIES = Symbol('Vacancies');
export const EMPLOYERS = Symbol('Employers');
export const REPLAYS = Symbol('Replays');
export const POSTING_KEYS = Symbol('PostingKeys');

/** What stands in the way of a new vacancy: the same id, source id or reference. */
export type Inserted = { readonly inserted: true } | { readonly inserted: false; readonly taken: Vacancy };

export interface ListVacancies {
  /** Those of one employer in any status; absent: the public open ones. */
  readonly employerId?: string | undefined;
  readonly status?: VacancyStatus | undefined;
  readonly externalReference?: string | undefined;
  readonly after?: { readonly postedAt: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** The vacancies this service keeps, newest posting first where an order is seen. */
export interface Vacancies extends PublishedStates<VacancyState> {
  /** One answer each, in order. (source), (employer, externalReference) and id are unique. */
  insert(vacancies: readonly Vacancy[]): Promise<readonly Inserted[]>;
  /**
   * Each stands only where the stored revision is one less and nobody else has its reference: false says that somebody
   * was faster.
   */
  replace(vacancies: readonly Vacancy[]): Promise<readonly boolean[]>;
  get(id: string): Promise<Vacancy | undefined>;
  /** By `source.id`; those not known are missing. */
  ofSource(source: string, sourceIds: readonly string[]): Promise<ReadonlyMap<string, Vacancy>>;
  /** The open vacancy, no duplicate itself, that holds each fingerprint. */
  originals(fingerprints: readonly string[]): Promise<ReadonlyMap<string, Vacancy>>;
  /** Open duplicates whose twin has ended or says something else now, oldest first. */
  orphans(limit: number): Promise<readonly Vacancy[]>;
  list(query: ListVacancies): Promise<readonly Vacancy[]>;
  /** Open vacancies whose closing time has passed. */
  due(now: Date, limit: number): Promise<readonly Vacancy[]>;
  /** Ended before `before`: their content goes, a tombstone follows, and once it is on the topic the rest goes too. */
  forgetEnded(before: Date, limit: number): Promise<readonly string[]>;
}

/** By how many days the dates of each source move. */
export interface Replays {
  /** Keeps `proposed` when the source is new; answers what is kept, 0 for a source that was never replayed. */
  daysOf(source: string, proposed: number | undefined): Promise<number>;
}

/** The names that people see. */
export interface Employers {
  name(id: string): Promise<string | undefined>;
  rename(id: string, name: string): Promise<void>;
}

/** What an Idempotency-Key was used for: the hash of the body and the id given to its vacancy. */
export interface PostingKeys {
  /** Claims the key, or answers who has it already. Claims older than `since` do not count. */
  claim(claim: PostingClaim, since: Date): Promise<PostingClaim>;
}

export interface PostingClaim {
  readonly employerId: string;
  readonly key: string;
  readonly bodyHash: string;
  readonly vacancyId: string;
  readonly at: string;
}

/** All that this service keeps, on one storage. */
export interface Stores extends OpenStores {
  readonly vacancies: Vacancies;
  readonly employers: Employers;
  readonly replays: Replays;
  readonly postingKeys: PostingKeys;
}

/** Makes vacancies of what sources send, as `draftFromSource` does; many may be asked for at once. */
export interface Drafting {
  /** Rejects with a DomainError when a field cannot be understood. */
  draft(request: DraftRequest): Promise<Vacancy>;
  /** Nothing is drafted any more; what is still asked for is refused. */
  close(): Promise<void>;
}

export const DRAFTING = Symbol('Drafting');
export const RELAY = Symbol('StateRelay');
export const UNDERSTANDING = Symbol('Understanding');
