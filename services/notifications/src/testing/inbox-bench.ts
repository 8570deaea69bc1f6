import type { Inbox } from '../application/ports.js';
import type { Item } from '../domain/item.js';

/** What the contract needs of an adapter; it knows no more of it. */
export interface InboxHarness {
  /** A store with nothing in it. */
  open(): Promise<Inbox>;
  /** The same data, by another client. */
  reopen(): Promise<Inbox>;
  /** Whether a text stands anywhere in what the store wrote, deleted or not, as far as one can look. */
  holds(text: string): Promise<boolean>;
  close(): Promise<void>;
}

/** An inbox under test with what the tests ask again and again. */
export interface InboxBench {
  readonly inbox: () => Inbox;
  readonly harness: () => InboxHarness;
  /** Stores items as they are. */
  readonly put: (...items: Item[]) => Promise<void>;
}
