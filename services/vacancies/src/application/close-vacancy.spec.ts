import { Bench } from '../testing/bench.js';
import { aPosting, anEmployer, changed } from '../testing/builders.js';

const me = anEmployer();
let bench: Bench;
beforeEach(() => (bench = new Bench()));

it('closes once; closing again changes nothing', async () => {
  const { id } = await bench.posting.post(aPosting(), me);
  const closed = await bench.closing.close(id, me);
  expect(closed).toMatchObject({ status: 'closed', revision: 2, endedAt: bench.clock.now().toISOString() });
  bench.clock.advance(1000);
  expect(await bench.closing.close(id, me)).toEqual(closed);
  expect(bench.published).toEqual([id, id]);
});

it('closes what somebody changed in between, with their change', async () => {
  const vacancy = await bench.posting.post(aPosting(), me);
  bench.vacancies.beforeReplace(() => bench.vacancies.replace([changed(vacancy, { sourceHash: 'newer' })]));
  expect(await bench.closing.close(vacancy.id, me)).toMatchObject({ revision: 3, sourceHash: 'newer' });
});

it('closes only what is theirs', async () => {
  const { id } = await bench.posting.post(aPosting(), me);
  await expect(bench.closing.close(id, anEmployer('other'))).rejects.toMatchObject({ kind: 'forbidden' });
  expect((await bench.stored(id)).status).toBe('open');
});
