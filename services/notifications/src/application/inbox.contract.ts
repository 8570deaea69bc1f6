import { candidatesContract } from './inbox-candidates.contract.js';
import { forgettingContract } from './inbox-forgetting.contract.js';
import { readingContract } from './inbox-reading.contract.js';
import { updatingContract } from './inbox-updating.contract.js';
import type { Item } from '../domain/item.js';
import type { Inbox } from './ports.js';

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

/** What every store of inboxes and lists promises. Needs Jest's globals. */
export function inboxContract(name: string, newHarness: () => InboxHarness): void {
  describe(`the inbox on ${name}`, () => {
    let harness: InboxHarness;
    let inbox: Inbox;
    beforeEach(async () => {
      harness = newHarness();
      inbox = await harness.open();
    });
    afterEach(() => harness.close());
    const bench: InboxBench = {
      inbox: () => inbox,
      harness: () => harness,
      put: (...items) => inbox.update(items, (item) => item),
    };
    describe('updating', () => updatingContract(bench));
    describe('reading', () => readingContract(bench));
    describe('candidates', () => candidatesContract(bench));
    describe('forgetting', () => forgettingContract(bench));
  });
}
