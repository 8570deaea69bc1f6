import type { AlertChanged, AlertState, MatchSubject } from '@jobwire/contracts';
import type { Journey } from '@jobwire/messaging';
import type { Caller, OpenStores } from '@jobwire/platform';
import type { Person, VacancyCard } from '../domain/cards.js';
import type { Item } from '../domain/item.js';
import type { LabelOf } from '../domain/in-words.js';

export const STORES = Symbol('Stores');
export const INBOX = Symbol('Inbox');
export const CARDS = Symbol('Cards');
export const PEOPLE = Symbol('People');
export const TICKETS = Symbol('Tickets');
export const CHANGES = Symbol('Changes');
export const LABELS = Symbol('Labels');
export const EPOCH = Symbol('Epoch');

export type Labels = LabelOf;
/** The log id: positions of another one mean nothing. */
export type Epoch = () => Promise<string>;

export interface Pair {
  readonly profileId: string;
  readonly vacancyId: string;
}

export interface InboxPlace {
  readonly position: number;
  readonly id: string;
}

export interface ReadInbox {
  readonly owner: string;
  readonly order: 'newest' | 'oldest';
  /** In the order asked for: after this item; a place without an id is included itself. */
  readonly after?: { readonly position: number; readonly id?: string } | undefined;
  readonly state?: AlertState | undefined;
  readonly limit: number;
}

export interface ReadCandidates {
  readonly vacancyId: string;
  readonly after?: { readonly score: number; readonly pseudonym: string } | undefined;
  readonly limit: number;
}

/** Every pair this service was told of. Each write is one conditional change of one document. */
export interface Inbox {
  /** Stores what `decide` makes of each pair as it is at that moment; undefined leaves it alone. */
  update<P extends Pair>(
    pairs: readonly P[],
    decide: (pair: P, item: Item | undefined) => Item | undefined,
  ): Promise<void>;
  /** Items of a subject that are shown and that its whole set does not confirm: of an older revision or a lower epoch. */
  unconfirmed(subject: MatchSubject, partition: number, epoch: number): Promise<readonly Pair[]>;
  /** Items whose inbox or list changed with this record. */
  changedAt(partition: number, offset: number): Promise<readonly Item[]>;
  read(query: ReadInbox): Promise<readonly Item[]>;
  candidates(query: ReadCandidates): Promise<readonly Item[]>;
  one(owner: string, id: string): Promise<Item | undefined>;
  unread(owner: string): Promise<number>;
  /** The newest position of an inbox; 0 for an empty one. */
  newest(owner: string): Promise<number>;
  see(owner: string, id: string): Promise<void>;
  seeAll(owner: string): Promise<void>;
  dismiss(owner: string, id: string): Promise<void>;
  /** Removes everything of a person. */
  forget(profileId: string): Promise<void>;
  /**
   * Removes what was withdrawn before; nothing that is in `matches.v1` can bring it back by then. What was dismissed
   * stays, so that it stays away.
   */
  removeWithdrawn(before: Date): Promise<void>;
}

export interface Cards {
  /** Keeps the newest revision of each. */
  keep(cards: readonly VacancyCard[]): Promise<void>;
  of(vacancyIds: readonly string[]): Promise<ReadonlyMap<string, VacancyCard>>;
}

export interface People {
  keep(people: readonly Person[]): Promise<void>;
  of(profileIds: readonly string[]): Promise<ReadonlyMap<string, Person>>;
  /** Leaves a marker, an id and nothing else, that later matches of the person respect. */
  erase(profileId: string): Promise<void>;
  erased(profileIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** Those erased since. */
  erasedSince(since: Date): Promise<readonly string[]>;
}

export interface Ticket {
  readonly ticket: string;
  readonly caller: Pick<Caller, 'owner' | 'role' | 'expiresAt'> & { readonly employerId?: string };
  readonly expiresAt: string;
}

export interface Tickets {
  issue(ticket: Ticket): Promise<void>;
  /** Once: undefined for one that is unknown, used or too old. */
  redeem(ticket: string, now: Date): Promise<Ticket | undefined>;
}

/** All that this service keeps, on one storage. */
export interface Stores extends OpenStores {
  readonly inbox: Inbox;
  readonly cards: Cards;
  readonly people: People;
  readonly tickets: Tickets;
}

/** Tells every replica what changed. */
export interface Changes {
  publish(changes: readonly AddressedChange[]): Promise<void>;
}

export interface AddressedChange {
  readonly partition: number;
  readonly change: AlertChanged;
  /** That of the match set; changes by several sets go out together. */
  readonly journey?: Journey | undefined;
}
