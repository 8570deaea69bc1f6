import { aPosting, aVacancy, changed } from '../testing/builders.js';
import type { Vacancies } from './ports.js';

const LATER = new Date('2026-03-01T00:00:00.000Z');

export function publishingContract(store: () => Vacancies, reopen: () => Promise<Vacancies>): void {
  const confirm = async (key: string, revision: number, offset: number) =>
    (await store().confirm([{ key, revision, offset, partition: 0 }]))[0];
  const unpublished = async () => (await store().unpublished(10)).map(({ key, revision }) => [key, revision]);

  it('says what the topic does not have, also after a restart, until it is read back', async () => {
    await store().insert([aVacancy({ id: 'a' }), aVacancy({ id: 'b' })]);
    expect(await unpublished()).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
    expect(await store().unpublished(1)).toHaveLength(1);
    expect(await confirm('a', 1, 0)).toBe('confirmed');
    expect(await unpublished()).toEqual([['b', 1]]);
    expect(await (await reopen()).unpublished(10)).toMatchObject([{ key: 'b' }]);
  });

  it('has the newest state of one, whether published or not', async () => {
    const first = aVacancy({ id: 'a' });
    await store().insert([first]);
    await store().replace([changed(first, { status: 'closed' })]);
    await confirm('a', 2, 0);
    expect(await store().pending('a')).toMatchObject({ key: 'a', revision: 2, data: { status: 'closed' } });
    expect(await store().pending('nobody')).toBeUndefined();
  });

  it('publishes a duplicate as closed', async () => {
    await store().insert([aVacancy({ id: 'twin', duplicateOf: 'a' })]);
    expect((await store().pending('twin'))?.data?.status).toBe('closed');
  });

  it('believes the highest offset, even where it holds an older revision', async () => {
    const first = aVacancy({ id: 'a' });
    await store().insert([first]);
    await store().replace([changed(first)]);
    expect(await confirm('a', 2, 5)).toBe('confirmed');
    expect(await confirm('a', 1, 4)).toBe('older');
    expect(await confirm('a', 2, 5)).toBe('older');
    expect(await unpublished()).toEqual([]);
    expect(await confirm('a', 1, 6)).toBe('confirmed');
    expect(await unpublished()).toEqual([['a', 2]]);
  });

  it('answers each reading in order, and does not know what is not there', async () => {
    await store().insert([aVacancy({ id: 'a' })]);
    const readings = ['nobody', 'a'].map((key) => ({ key, revision: 1, offset: 0, partition: 0 }));
    expect(await store().confirm(readings)).toEqual(['absent', 'confirmed']);
  });

  it('forgets what ended long ago: first its content, and the rest when its tombstone is on the topic', async () => {
    const ended = aVacancy({ id: 'a', status: 'closed', endedAt: '2026-01-01T00:00:00.000Z' });
    await store().insert([ended, aVacancy({ id: 'open' })]);
    await confirm('a', 1, 0);
    expect(await store().forgetEnded(LATER, 10)).toEqual(['a']);
    expect(await store().get('a')).toBeUndefined();
    expect(await store().list({ employerId: 'acme', limit: 10 })).toHaveLength(1);
    expect(await store().pending('a')).toEqual({ key: 'a', revision: 2, data: null });
    expect(await store().forgetEnded(LATER, 10)).toEqual([]);
    expect(await confirm('a', 2, 1)).toBe('confirmed');
    expect(await store().pending('a')).toBeUndefined();
    expect(await confirm('a', 2, 1)).toBe('absent');
  });

  it('keeps what has not ended before, and a tombstone whose state was read back late', async () => {
    const endedAt = '2026-01-01T00:00:00.000Z';
    await store().insert([aVacancy({ id: 'a', status: 'expired', endedAt })]);
    expect(await store().forgetEnded(new Date(endedAt), 10)).toEqual([]);
    await store().forgetEnded(LATER, 10);
    await confirm('a', 1, 3);
    expect(await unpublished()).toEqual([['a', 2]]);
  });

  it('frees source and reference of what was forgotten', async () => {
    const source = { name: 'feed', id: '1' };
    const posting = aPosting({ externalReference: 'R' });
    const ended = aVacancy({ source, posting, status: 'closed', endedAt: '2026-01-01T00:00:00.000Z' });
    await store().insert([ended]);
    await store().forgetEnded(LATER, 10);
    expect(await store().ofSource('feed', ['1'])).toEqual(new Map());
    expect(await store().insert([aVacancy({ source, posting })])).toEqual([{ inserted: true }]);
  });
}
