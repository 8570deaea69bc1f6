import { appendingContract } from './appending.contract.js';
import { compactingContract } from './compacting.contract.js';
import { consumingContract } from './consuming.contract.js';
import { followingContract } from './following.contract.js';
import { groupingContract } from './grouping.contract.js';
import { Bench, type EventLogHarness } from './harness.js';

/** What every adapter of the event log promises. Needs Jest's globals. */
export function eventLogContract(name: string, newHarness: () => EventLogHarness): void {
  describe(`the event log on ${name}`, () => {
    let harness: EventLogHarness;
    let bench: Bench;
    beforeEach(async () => {
      harness = newHarness();
      bench = new Bench(await harness.open(), harness);
    });
    afterEach(() => harness.close());
    describe('appending', () => appendingContract(() => bench));
    describe('following', () => followingContract(() => bench));
    describe('groups', () => groupingContract(() => bench));
    describe('compaction', () => compactingContract(() => bench));
    describe('the consumer on it', () => consumingContract(() => bench));
  });
}
