import { jest } from '@jest/globals';
import { VacancyInput } from '@jobwire/contracts';
import { Bench } from '../testing/bench.js';
import { aPosting, anEmployer, anOperator } from '../testing/builders.js';

const HOUR = 3_600_000;
let bench: Bench;
beforeEach(() => (bench = new Bench()));

const post = (changes = {}, key?: string) => bench.posting.post(aPosting(changes), anEmployer(), key);
const all = () => bench.vacancies.list({ employerId: 'acme', limit: 50 });

it('keeps what was posted, publishes it, and says what was understood', async () => {
  const vacancy = await post();
  expect(await bench.stored(vacancy.id)).toEqual(vacancy);
  expect(bench.published).toEqual([vacancy.id]);
  expect(vacancy).toMatchObject({ revision: 1, status: 'open', employer: { name: 'Acme' } });
  expect(vacancy.understood.location?.label).toMatch(/Leeds/);
});

it('shows the name that the employer chose, not the token’s', async () => {
  await bench.renaming.rename(anEmployer(), 'Acme Care');
  expect((await post()).employer).toEqual({ id: 'acme', name: 'Acme Care' });
});

it('is for employers', async () => {
  await expect(bench.posting.post(aPosting(), anOperator())).rejects.toMatchObject({ code: 'WRONG_ROLE' });
});

it('refuses to close at this very moment or before', async () => {
  const closesAt = bench.clock.now().toISOString();
  await expect(post({ closesAt })).rejects.toMatchObject({
    code: 'CLOSES_IN_THE_PAST',
    faults: [{ field: 'closesAt' }],
  });
  expect(await all()).toEqual([]);
});

it('gives the same vacancy for the same key and body, whatever the order of its fields', async () => {
  const first = await post({}, 'key');
  const { title, description, location } = aPosting();
  const turned = VacancyInput.parse({ location, description, title });
  const again = await bench.posting.post(turned, anEmployer(), 'key');
  expect(again.id).toBe(first.id);
  expect(await all()).toHaveLength(1);
});

it('gives one vacancy to many at once with the same key', async () => {
  const ids = await Promise.all(Array.from({ length: 10 }, async () => (await post({}, 'key')).id));
  expect(new Set(ids).size).toBe(1);
  expect(await all()).toHaveLength(1);
});

it('refuses a key that was used for another body, until a day has passed', async () => {
  await post({}, 'key');
  const other = { title: 'Porter' };
  await expect(post(other, 'key')).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  bench.clock.advance(24 * HOUR + 1);
  expect((await post(other, 'key')).posting.title).toBe('Porter');
});

it('leaves the keys of two employers apart', async () => {
  await post({}, 'key');
  const other = await bench.posting.post(aPosting({ title: 'Porter' }), anEmployer('other'), 'key');
  expect(other.employer.id).toBe('other');
});

it('fills the id that a crash after the claim left', async () => {
  const crash = jest.spyOn(bench.vacancies, 'insert').mockRejectedValueOnce(new Error('power cut'));
  await expect(post({}, 'key')).rejects.toThrow('power cut');
  crash.mockRestore();
  const claimed = await post({}, 'key');
  expect((await post({}, 'key')).id).toBe(claimed.id);
  expect(await all()).toHaveLength(1);
});

it.each(['', '   ', 'x'.repeat(201)])('refuses a key that cannot tell anything apart', async (key) => {
  await expect(post({}, key)).rejects.toMatchObject({ code: 'INVALID_IDEMPOTENCY_KEY' });
});

it('refuses a reference that another vacancy of theirs has, and names that one', async () => {
  const first = await post({ externalReference: 'R' });
  await expect(post({ externalReference: 'R' })).rejects.toMatchObject({
    code: 'EXTERNAL_REFERENCE_TAKEN',
    extra: { vacancyId: first.id },
  });
  const other = await bench.posting.post(aPosting({ externalReference: 'R' }), anEmployer('other'));
  expect(other.posting.externalReference).toBe('R');
});
