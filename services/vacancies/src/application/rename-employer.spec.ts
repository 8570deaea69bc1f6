import { Bench } from '../testing/bench.js';
import { aPosting, aVacancy, anEmployer, anOperator, changed } from '../testing/builders.js';

const me = anEmployer();
let bench: Bench;
beforeEach(() => (bench = new Bench()));

it('answers the chosen name, else the token’s', async () => {
  expect(await bench.renaming.of(me)).toEqual({ id: 'acme', name: 'Acme' });
  await bench.renaming.rename(me, 'Acme Care');
  expect(await bench.renaming.of(me)).toEqual({ id: 'acme', name: 'Acme Care' });
});

it('shows a new name on all open vacancies, and on no ended or foreign one', async () => {
  await bench.vacancies.insert(Array.from({ length: 450 }, () => aVacancy()));
  await bench.vacancies.insert([
    aVacancy({ id: 'closed', status: 'closed' }),
    aVacancy({ id: 'foreign', employer: { id: 'other', name: 'Other' } }),
  ]);
  await bench.renaming.rename(me, 'Acme Care');
  const open = await bench.vacancies.list({ employerId: 'acme', status: 'open', limit: 500 });
  expect(new Set(open.map(({ employer }) => employer.name))).toEqual(new Set(['Acme Care']));
  expect(bench.published).toHaveLength(450);
  expect((await bench.stored('closed')).employer.name).toBe('Acme');
  expect((await bench.stored('foreign')).employer.name).toBe('Other');
});

it('shows it also on a vacancy that changed in between, without undoing the change', async () => {
  const vacancy = await bench.posting.post(aPosting(), me);
  bench.vacancies.beforeReplace(() => bench.vacancies.replace([changed(vacancy, { sourceHash: 'x' })]));
  await bench.renaming.rename(me, 'Acme Care');
  expect(await bench.stored(vacancy.id)).toMatchObject({
    employer: { name: 'Acme Care' },
    sourceHash: 'x',
    revision: 3,
  });
});

it('leaves a vacancy closed that was closed in between', async () => {
  const vacancy = await bench.posting.post(aPosting(), me);
  bench.vacancies.beforeReplace(() => bench.closing.close(vacancy.id, me));
  await bench.renaming.rename(me, 'Acme Care');
  expect(await bench.stored(vacancy.id)).toMatchObject({ status: 'closed', revision: 2 });
});

it('is for employers', async () => {
  await expect(bench.renaming.of(anOperator())).rejects.toMatchObject({ code: 'WRONG_ROLE' });
  await expect(bench.renaming.rename(anOperator(), 'x')).rejects.toMatchObject({ code: 'WRONG_ROLE' });
});
