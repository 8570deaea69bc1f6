import type { BatchItem } from '@jobwire/contracts';
import { Bench } from '../testing/bench.js';
import { anEmployer, anItem, anOperator, changed } from '../testing/builders.js';

const hospital = { name: 'St James' };
const DAY = 24 * 3_600_000;
let bench: Bench;
beforeEach(() => (bench = new Bench()));

const item = (changes: Partial<BatchItem> = {}) => anItem({ employer: hospital, ...changes });
const send = (items: readonly unknown[], asOf?: string) => bench.importing.import(items, anOperator(), asOf);
const outcomes = async (items: readonly unknown[], asOf?: string) =>
  (await send(items, asOf)).map(({ outcome }) => outcome);
const ofFeed = async (id = 'a') => (await bench.vacancies.ofSource('feed', [id])).get(id);

it('creates, leaves what is the same, and updates what changed', async () => {
  expect(await outcomes([item()])).toEqual(['created']);
  expect(await outcomes([item()])).toEqual(['unchanged']);
  expect(await outcomes([item({ title: 'Staff Nurse' })])).toEqual(['updated']);
  expect(await ofFeed()).toMatchObject({ revision: 2, posting: { title: 'Staff Nurse' } });
  expect(bench.published).toHaveLength(2);
});

it('answers in order, and what is wrong is rejected with its field and spoils nothing', async () => {
  const results = await send([
    item({ sourceId: 'a' }),
    { title: 'no description' },
    item({ sourceId: 'b', location: { town: 'Nowhereville' } }),
    'not even an object',
    item({ sourceId: 'c', skills: { required: ['skill:made-up'], desired: [] } }),
    item({ sourceId: 'd', description: 'Something else.' }),
  ]);
  expect(results.map(({ index, outcome }) => [index, outcome])).toEqual([
    [0, 'created'],
    [1, 'rejected'],
    [2, 'rejected'],
    [3, 'rejected'],
    [4, 'rejected'],
    [5, 'created'],
  ]);
  const fields = results.map(({ errors = [] }) => errors.map(({ field }) => field));
  expect(fields).toEqual([[], ['description'], ['location.town'], ['item'], ['skills.required.0'], []]);
});

it('takes a posting that stands several times in a batch one after the other', async () => {
  const titles = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven'];
  const results = await outcomes(titles.map((title) => item({ title })));
  expect(results).toEqual(['created', ...Array.from({ length: 6 }, () => 'updated')]);
  expect((await ofFeed())?.posting.title).toBe('Seven');
});

it('calls a duplicate what says the same under another id, in the same batch and later, and names its twin', async () => {
  const [first, twin] = await send([item(), item({ sourceId: 'b' })]);
  expect(twin).toMatchObject({ outcome: 'duplicate', duplicateOf: first?.id });
  const [later] = await send([item({ sourceId: 'c', title: 'REGISTERED  nurse!' })]);
  expect(later).toMatchObject({ outcome: 'duplicate', duplicateOf: first?.id });
  const [other] = await send([item({ sourceId: 'd', employer: { name: 'Another' } })]);
  expect(other?.outcome).toBe('created');
});

it('decides again when another writer was faster', async () => {
  await send([item()]);
  const before = await bench.stored((await ofFeed())?.id);
  bench.vacancies.beforeReplace(() => bench.vacancies.replace([changed(before, { positions: 1 } as never)]));
  expect(await outcomes([item({ title: 'Staff Nurse' })])).toEqual(['updated']);
  expect(await ofFeed()).toMatchObject({ revision: 3, posting: { title: 'Staff Nurse' } });
});

it('lets two that send the same new posting at once end with one vacancy', async () => {
  const results = (await Promise.all([send([item()]), send([item()])])).flat();
  expect(results.map(({ outcome }) => outcome).toSorted()).toEqual(['created', 'unchanged']);
  expect(new Set(results.map(({ id }) => id)).size).toBe(1);
});

it('leaves closed what its employer closed, whatever the feed says', async () => {
  const me = anEmployer();
  await bench.importing.import([anItem()], me);
  const { id } = await bench.stored((await ofFeed())?.id);
  await bench.closing.close(id, me);
  const [result] = await bench.importing.import([anItem({ title: 'Staff Nurse' })], me);
  expect(result).toMatchObject({ outcome: 'unchanged', id });
  expect(await bench.stored(id)).toMatchObject({ status: 'closed', posting: { title: 'Registered Nurse' } });
});

it('takes what is over as expired, and opens it again by a later date', async () => {
  expect(await outcomes([item({ closesAt: '2026-01-04T00:00:00.000Z' })])).toEqual(['expired']);
  expect(await ofFeed()).toMatchObject({ status: 'expired' });
  expect(await outcomes([item({ closesAt: '2026-01-04T00:00:00.000Z' })])).toEqual(['expired']);
  expect(await outcomes([item({ closesAt: '2026-02-01T00:00:00.000Z' })])).toEqual(['updated']);
  const open = await ofFeed();
  expect(open).toMatchObject({ status: 'open', revision: 2 });
  expect(open?.endedAt).toBeUndefined();
});

it('moves the dates of a replay by whole days, fixed at the first batch of its source', async () => {
  const old = item({ postedAt: '2020-11-05T12:00:00.000Z', closesAt: '2020-11-20T23:59:59.999Z' });
  expect(await outcomes([old], '2020-11-06')).toEqual(['created']);
  expect(await ofFeed()).toMatchObject({
    postedAt: '2026-01-04T12:00:00.000Z',
    posting: { closesAt: '2026-01-19T23:59:59.999Z' },
  });
  bench.clock.advance(DAY);
  expect(await outcomes([old], '2020-11-06')).toEqual(['unchanged']);
  expect(await outcomes([old])).toEqual(['unchanged']);
});

it('keeps "never" open through a replay', async () => {
  await send([item({ closesAt: '9999-12-31T23:59:59.999Z' })], '2020-11-06');
  await bench.ending.run();
  expect(await ofFeed()).toMatchObject({ status: 'open' });
});

it('refuses a reference that another vacancy has, new or changed, and the rest of the batch stands', async () => {
  const [holder] = await send([item({ externalReference: 'R' }), item({ sourceId: 'b', title: 'Porter' })]);
  const results = await send([
    item({ sourceId: 'b', title: 'Porter', externalReference: 'R' }),
    item({ sourceId: 'c', title: 'Cook', externalReference: 'R' }),
    item({ sourceId: 'd', title: 'Driver' }),
  ]);
  expect(results.map(({ outcome }) => outcome)).toEqual(['rejected', 'rejected', 'created']);
  for (const { errors } of results.slice(0, 2))
    expect(errors?.[0]).toMatchObject({
      field: 'externalReference',
      remedy: `change vacancy ${holder?.id} instead`,
    });
});

it('takes place and end from the words where the feed states none', async () => {
  const { location: _, ...placeless } = item({
    description: 'You care for people.\nLocation: Bradford\nClosing date: 12 March 2026',
    postedAt: '2026-01-02T00:00:00.000Z',
  });
  expect(await outcomes([placeless])).toEqual(['created']);
  expect(await ofFeed()).toMatchObject({
    posting: { closesAt: '2026-03-12T23:59:59.000Z' },
    understood: { location: { label: 'Bradford' } },
  });
  const { location: __, ...vague } = item({ sourceId: 'b', description: 'Our founder was born in Leeds.' });
  expect(await outcomes([vague])).toEqual(['rejected']);
});

it('lets no end in the words overrule the feed, nor one that has passed end anything', async () => {
  const description = 'You care for people. Closing date: 12 March 2026';
  await send([item({ description, closesAt: '2026-04-01T00:00:00.000Z' })]);
  expect((await ofFeed())?.posting.closesAt).toBe('2026-04-01T00:00:00.000Z');
  await send([
    item({
      sourceId: 'b',
      description: 'Closing date: 3 January 2026. You cook.',
      postedAt: '2026-01-01T00:00:00.000Z',
    }),
  ]);
  expect(await ofFeed('b')).toMatchObject({ status: 'open' });
});
