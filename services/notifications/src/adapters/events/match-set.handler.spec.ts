import type { MatchSet } from '@jobwire/contracts';
import { nowhere, type EventBatch, type EventRecord } from '@jobwire/messaging';
import { Bench } from '../../testing/bench.js';
import { aMatch, aSet } from '../../testing/builders.js';
import { HighestEpochs } from './highest-epochs.js';
import { MatchSetHandler } from './match-set.handler.js';

let bench: Bench;
let metadata: string;
let handler: MatchSetHandler;
beforeEach(async () => {
  bench = new Bench();
  await bench.knowBoth();
  metadata = '';
  handler = new MatchSetHandler(
    bench.storing,
    bench.announcing,
    bench.forgetting,
    new HighestEpochs(),
    bench.clock,
  );
});

const take = (...sets: (MatchSet | null)[]) => {
  const records = sets.map(
    (data, offset) => ({ partition: 0, offset, data, journey: nowhere }) as EventRecord<MatchSet>,
  );
  return handler.take({
    partition: 0,
    records,
    metadata,
    heartbeat: async () => undefined,
  } as unknown as EventBatch<MatchSet>);
};
const scored = (score: number, epoch: number) => aSet({ epoch, matches: [aMatch({ score })] });

it('stores sets, tells of them, and remembers the highest epoch with the commit', async () => {
  expect(await take(scored(60, 3), scored(61, 4))).toEqual({ metadata: '{"epoch":4}' });
  expect(await bench.alerts()).toMatchObject([
    { score: 61, position: 1, at: bench.clock.now().toISOString() },
  ]);
  expect(bench.told).toHaveLength(1);
});

it('drops what a former owner says after a new one has spoken', async () => {
  expect(await take(scored(60, 4), scored(99, 3))).toEqual({ metadata: '{"epoch":4}' });
  expect(await bench.alerts()).toMatchObject([{ score: 60 }]);
});

it('drops it also when the new one spoke before a restart', async () => {
  metadata = '{"epoch":4}';
  expect(await take(scored(99, 3))).toEqual({ metadata: '{"epoch":4}' });
  expect(await bench.alerts()).toEqual([]);
});

it.each(['', 'nonsense', '{"epoch":-1}', '{"epoch":"4"}'])(
  'begins anew where %j was committed',
  async (said) => {
    metadata = said;
    expect(await take(scored(60, 1))).toEqual({ metadata: '{"epoch":1}' });
    expect(await bench.alerts()).toHaveLength(1);
  },
);

it('passes over what is no set', async () => {
  await take(null, scored(60, 1));
  expect(await bench.alerts()).toHaveLength(1);
});

it('leaves nothing of somebody who is erased between the look at whose it is and the storing', async () => {
  const update = bench.inbox.update.bind(bench.inbox);
  bench.inbox.update = async (pairs, decide) => {
    await bench.forgetting.erase('profile-1');
    await update(pairs, decide);
  };
  await take(scored(60, 1));
  expect(await bench.alerts()).toEqual([]);
  expect(await bench.inbox.candidates({ vacancyId: 'vacancy-1', limit: 1 })).toEqual([]);
});
