import { Bench } from '../testing/bench.js';
import { anEmployer, anItem, anOperator } from '../testing/builders.js';

let bench: Bench;
beforeEach(() => (bench = new Bench()));

const ofFeed = async () => (await bench.vacancies.ofSource('feed', ['a'])).get('a');

it('takes an employer’s items as their own, under the name they chose', async () => {
  await bench.renaming.rename(anEmployer(), 'Acme Care');
  await bench.importing.import([anItem({ employer: { id: 'acme', name: 'whatever' } })], anEmployer());
  expect((await ofFeed())?.employer).toEqual({ id: 'acme', name: 'Acme Care' });
});

it('lets no employer post for another', async () => {
  const foreign = anItem({ employer: { id: 'victim', name: 'Victim' } });
  const [result] = await bench.importing.import([foreign], anEmployer());
  expect(result).toMatchObject({ outcome: 'rejected', errors: [{ field: 'employer.id' }] });
});

it('lets no employer change another’s vacancy by naming its source', async () => {
  await bench.importing.import([anItem()], anEmployer('victim'));
  const before = await ofFeed();
  const attack = [anItem({ title: 'Send money' }), anItem()];
  const results = await bench.importing.import(attack, anEmployer('thief'));
  expect(results).toMatchObject([
    { outcome: 'rejected', errors: [{ field: 'sourceId' }] },
    { outcome: 'rejected', errors: [{ field: 'sourceId' }] },
  ]);
  expect(await ofFeed()).toEqual(before);
});

it('lets no employer move the dates of another’s feed', async () => {
  await bench.importing.import([anItem({ sourceId: 'x' })], anEmployer('thief'), '2000-01-01');
  const postedAt = '2020-11-06T12:00:00.000Z';
  await bench.importing.import([anItem({ postedAt })], anEmployer('victim'), '2020-11-06');
  expect((await ofFeed())?.postedAt).toBe('2026-01-05T12:00:00.000Z');
});

it('lets operators name the employer, by id or by one per source and organisation', async () => {
  await bench.renaming.rename(anEmployer(), 'Acme Care');
  await bench.importing.import(
    [
      anItem({ employer: { id: 'acme', name: 'ACME' } }),
      anItem({ sourceId: 'b', employer: { name: 'St. James’s  Hospital' } }),
    ],
    anOperator(),
  );
  const found = await bench.vacancies.ofSource('feed', ['a', 'b']);
  expect(found.get('a')?.employer).toEqual({ id: 'acme', name: 'Acme Care' });
  expect(found.get('b')?.employer.id).toBe('feed:feed:st-james-s-hospital');
});

it('wants an operator to name the employer', async () => {
  const [result] = await bench.importing.import([anItem()], anOperator());
  expect(result).toMatchObject({ outcome: 'rejected', errors: [{ field: 'employer' }] });
});
