import { Bench } from '../testing/bench.js';
import { aPosting, anEmployer, changed } from '../testing/builders.js';

let bench: Bench;
beforeEach(() => (bench = new Bench()));

const me = anEmployer();
const post = (changes = {}) => bench.posting.post(aPosting(changes), me);

it('changes what the patch names and leaves the rest', async () => {
  const { id } = await post({ positions: 2, contract: 'permanent' });
  const after = await bench.changing.change(id, { positions: 3, contract: null }, me);
  expect(after).toMatchObject({ revision: 2, posting: { title: 'Registered Nurse', positions: 3 } });
  expect(after.posting.contract).toBeUndefined();
  expect(await bench.stored(id)).toEqual(after);
  expect(bench.published).toEqual([id, id]);
});

it('replaces a place as a whole', async () => {
  const { id } = await post({ location: { postcode: 'LS1 4AP' } });
  const after = await bench.changing.change(id, { location: { town: 'Bristol' } }, me);
  expect(after.posting.location).toEqual({ town: 'Bristol' });
  expect(after.understood.location?.label).toMatch(/Bristol/);
});

it('refuses a patch whose result would be no vacancy, and keeps the former one', async () => {
  const { id } = await post({ salary: { min: 30_000, max: 40_000, currency: 'GBP', unit: 'year' } });
  const wrong = [
    [{ location: null }, 'location'],
    [{ salary: { min: 50_000 } }, 'salary.min'],
    [{ salary: { min: null, max: null } }, 'salary'],
    [{ closesAt: '2026-01-05T08:00:00.000Z' }, 'closesAt'],
    [{ location: { town: 'Nowhereville' } }, 'location.town'],
  ] as const;
  for (const [patch, field] of wrong) {
    const refused = bench.changing.change(id, patch, me);
    await expect(refused).rejects.toMatchObject({ kind: 'invalid', faults: [{ field }] });
  }
  expect((await bench.stored(id)).revision).toBe(1);
});

it('takes the place away from what is done from anywhere', async () => {
  const { id } = await post();
  const after = await bench.changing.change(id, { location: null, remote: 'full' }, me);
  expect(after.understood).toMatchObject({ remote: 'full' });
  expect(after.understood.location).toBeUndefined();
});

it('changes a vacancy whose kept text grew beyond the limit when it was cleaned', async () => {
  const description = 'a\n'.repeat(49_999);
  const title = 'a@b.org '.repeat(24);
  const { id, posting } = await post({ description, title });
  expect(posting.description.length).toBeGreaterThan(100_000);
  expect(posting.title.length).toBeGreaterThan(200);
  const after = await bench.changing.change(id, { positions: 2 }, me);
  expect(after.posting.positions).toBe(2);
});

it('does not change a text that it only kept', async () => {
  const description = '5 < 6 & 7\n\nCall Jane Smith on 0113 496 0000\n\n<not a tag';
  const before = await post({ description });
  const after = await bench.changing.change(before.id, { positions: 2 }, me);
  expect(after.posting.description).toBe(before.posting.description);
  expect(after.fingerprint).toBe(before.fingerprint);
});

it('refuses a stale revision and names the present one', async () => {
  const { id } = await post();
  await bench.changing.change(id, { positions: 2 }, me, 1);
  const stale = bench.changing.change(id, { positions: 3 }, me, 1);
  await expect(stale).rejects.toMatchObject({ kind: 'stale', extra: { revision: 2 } });
});

it('changes what somebody else changed in between, unless a revision was expected', async () => {
  const vacancy = await post();
  const byOther = () => bench.vacancies.replace([changed(vacancy, { sourceHash: 'other' })]);
  bench.vacancies.beforeReplace(byOther);
  const after = await bench.changing.change(vacancy.id, { positions: 2 }, me);
  expect(after).toMatchObject({ revision: 3, sourceHash: 'other', posting: { positions: 2 } });
  bench.vacancies.beforeReplace(() => bench.vacancies.replace([changed(after)]));
  const stale = bench.changing.change(vacancy.id, { positions: 3 }, me, 3);
  await expect(stale).rejects.toMatchObject({ code: 'STALE_REVISION' });
});

it('refuses a reference that another vacancy has, also when it was taken in between', async () => {
  const [one, two] = [await post({ externalReference: 'R' }), await post()];
  const take = (reference: string) => bench.changing.change(two.id, { externalReference: reference }, me);
  await expect(take('R')).rejects.toMatchObject({ extra: { vacancyId: one.id } });
  bench.vacancies.beforeReplace(() => post({ externalReference: 'S' }));
  await expect(take('S')).rejects.toMatchObject({ code: 'EXTERNAL_REFERENCE_TAKEN' });
});

it('leaves alone what has ended, what is not theirs and what is not there', async () => {
  const { id } = await post();
  const foreign = bench.changing.change(id, {}, anEmployer('other'));
  await expect(foreign).rejects.toMatchObject({ code: 'NOT_YOUR_VACANCY' });
  await expect(bench.changing.change('nobody', {}, me)).rejects.toMatchObject({ code: 'VACANCY_NOT_FOUND' });
  await bench.closing.close(id, me);
  await expect(bench.changing.change(id, {}, me)).rejects.toMatchObject({ code: 'VACANCY_CLOSED' });
});
