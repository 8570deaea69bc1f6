import { Bench } from '../testing/bench.js';
import { aPosting, aVacancy, anEmployer } from '../testing/builders.js';

const DAY = 24 * 3_600_000;
let bench: Bench;
beforeEach(() => (bench = new Bench()));

it('lets a vacancy expire at its closing time, not before', async () => {
  const closesAt = '2026-01-05T10:00:00.000Z';
  const { id } = await bench.posting.post(aPosting({ closesAt }), anEmployer());
  bench.clock.set(new Date('2026-01-05T09:59:59.999Z'));
  await bench.ending.run();
  expect((await bench.stored(id)).status).toBe('open');
  bench.clock.set(new Date(closesAt));
  await bench.ending.run();
  expect(await bench.stored(id)).toMatchObject({ status: 'expired', endedAt: closesAt, revision: 2 });
  expect(bench.published).toEqual([id, id]);
});

it('ends more than one page at once', async () => {
  const closing = aPosting({ closesAt: '2026-01-05T08:00:00.000Z' });
  await bench.vacancies.insert(Array.from({ length: 450 }, () => aVacancy({ posting: closing })));
  await bench.ending.run();
  expect(await bench.vacancies.due(bench.clock.now(), 500)).toEqual([]);
  expect(bench.published).toHaveLength(450);
});

it('lets the oldest duplicate speak up when its twin has ended, and the others follow it', async () => {
  const fingerprint = 'same words';
  const twin = (id: string, day: number) =>
    aVacancy({ id, fingerprint, duplicateOf: 'first', postedAt: `2026-01-0${day}T00:00:00.000Z` });
  await bench.vacancies.insert([
    aVacancy({ id: 'first', fingerprint }),
    twin('younger', 3),
    twin('oldest', 1),
  ]);
  await bench.ending.run();
  expect(bench.published).toEqual([]);
  await bench.closing.close('first', anEmployer());
  await bench.ending.run();
  expect((await bench.stored('oldest')).duplicateOf).toBeUndefined();
  expect((await bench.stored('younger')).duplicateOf).toBe('oldest');
  expect(bench.published).toEqual(['first', 'oldest', 'younger']);
});

it('settles two that call each other the original', async () => {
  const fingerprint = 'same words';
  await bench.vacancies.insert([
    aVacancy({ id: 'a', fingerprint, duplicateOf: 'b' }),
    aVacancy({ id: 'b', fingerprint, duplicateOf: 'a' }),
  ]);
  await bench.ending.run();
  expect((await bench.stored('a')).duplicateOf).toBeUndefined();
  expect((await bench.stored('b')).duplicateOf).toBe('a');
});

it('forgets a vacancy 28 days after its end and leaves a tombstone', async () => {
  const { id } = await bench.posting.post(aPosting(), anEmployer());
  await bench.closing.close(id, anEmployer());
  bench.clock.advance(28 * DAY);
  await bench.ending.run();
  expect((await bench.stored(id)).status).toBe('closed');
  bench.clock.advance(1);
  await bench.ending.run();
  expect(await bench.vacancies.get(id)).toBeUndefined();
  expect(await bench.vacancies.pending(id)).toEqual({ key: id, revision: 3, data: null });
  expect(bench.published).toEqual([id, id, id]);
});
