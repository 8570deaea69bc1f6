import { aPosting, aVacancy, changed } from '../testing/builders.js';
import type { Vacancies } from './ports.js';

export function writingContract(store: () => Vacancies, reopen: () => Promise<Vacancies>): void {
  it('gives back what it took, also to another client', async () => {
    const vacancy = aVacancy({
      source: { name: 'feed', id: 'ä/1' },
      sourceHash: 'h',
      endedAt: '2026-01-06T09:00:00.001Z',
    });
    expect(await store().insert([vacancy])).toEqual([{ inserted: true }]);
    expect(await store().get(vacancy.id)).toEqual(vacancy);
    expect(await store().get('nobody')).toBeUndefined();
    expect(await (await reopen()).get(vacancy.id)).toEqual(vacancy);
  });

  it.each([
    ['id', { id: 'x' }],
    ['source', { source: { name: 'feed', id: '1' } }],
    ['employer and reference', { posting: aPosting({ externalReference: 'R' }) }],
  ])('refuses a second one of the same %s and names the first', async (_, same) => {
    const first = aVacancy(same);
    await store().insert([first]);
    expect(await store().insert([aVacancy(same)])).toEqual([{ inserted: false, taken: first }]);
    expect(await store().get(first.id)).toEqual(first);
  });

  it('takes the same reference of another employer, and the same id of another source', async () => {
    const posting = aPosting({ externalReference: 'R' });
    await store().insert([aVacancy({ posting, source: { name: 'feed', id: '1' } })]);
    const answers = await store().insert([
      aVacancy({ posting, employer: { id: 'other', name: 'Other' } }),
      aVacancy({ source: { name: 'another feed', id: '1' } }),
    ]);
    expect(answers).toEqual([{ inserted: true }, { inserted: true }]);
  });

  it('answers a batch in order, and one that is refused does not spoil the others', async () => {
    const first = aVacancy({ id: 'a' });
    const answers = await store().insert([first, aVacancy({ id: 'a' }), aVacancy({ id: 'b' })]);
    expect(answers).toEqual([{ inserted: true }, { inserted: false, taken: first }, { inserted: true }]);
    expect(await store().insert([])).toEqual([]);
    expect(await store().replace([])).toEqual([]);
  });

  it('replaces only the revision before', async () => {
    const first = aVacancy({ id: 'a' });
    const second = changed(first, { status: 'closed' });
    await store().insert([first, aVacancy({ id: 'b' })]);
    expect(await store().replace([changed(second), second, aVacancy({ id: 'nobody', revision: 2 })])).toEqual(
      [false, true, false],
    );
    expect(await store().get('a')).toEqual(second);
    expect(await store().get('nobody')).toBeUndefined();
    expect(await store().replace([second])).toEqual([false]);
    const [third, fourth] = [changed(second), changed(changed(second))];
    expect(await store().replace([third, fourth])).toEqual([true, true]);
    expect(await store().get('a')).toEqual(fourth);
  });

  it('lets exactly one of many writers of a revision win', async () => {
    const first = aVacancy();
    await store().insert([first]);
    const writers = Array.from({ length: 20 }, (_, n) => changed(first, { sourceHash: `writer ${n}` }));
    const answers = (await Promise.all(writers.map((one) => store().replace([one])))).flat();
    expect(answers.filter((won) => won)).toHaveLength(1);
    expect(await store().get(first.id)).toEqual(writers[answers.indexOf(true)]);
  });

  it('lets exactly one of many writers of a source win', async () => {
    const writers = Array.from({ length: 20 }, () => aVacancy({ source: { name: 'feed', id: '1' } }));
    const answers = (await Promise.all(writers.map((one) => store().insert([one])))).flat();
    expect(answers.filter(({ inserted }) => inserted)).toHaveLength(1);
  });

  it('does not replace by what takes another vacancy’s reference, and the rest of the batch stands', async () => {
    const holder = aVacancy({ id: 'holder', posting: aPosting({ externalReference: 'R' }) });
    const [a, b] = [aVacancy({ id: 'a' }), aVacancy({ id: 'b' })];
    await store().insert([holder, a, b]);
    const thief = changed(a, { posting: aPosting({ externalReference: 'R' }) });
    expect(await store().replace([thief, changed(b)])).toEqual([false, true]);
    expect(await store().get('a')).toEqual(a);
  });

  it('frees a reference that its holder gave up', async () => {
    const holder = aVacancy({ posting: aPosting({ externalReference: 'R' }) });
    await store().insert([holder]);
    await store().replace([changed(holder, { posting: aPosting() })]);
    expect(await store().insert([aVacancy({ posting: holder.posting })])).toEqual([{ inserted: true }]);
  });
}
