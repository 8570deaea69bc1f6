import { candidatesContract } from './inbox-candidates.contract.js';
import { forgettingContract } from './inbox-forgetting.contract.js';
import { readingContract } from './inbox-reading.contract.js';
import { updatingContract } from './inbox-updating.contract.js';
import type { InboxBench, InboxHarness } from '../testing/inbox-bench.js';
import type { Inbox } from './ports.js';

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
