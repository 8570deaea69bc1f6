import { aPosting, aVacancy, changed } from '../testing/builders.js';
import type { Vacancies } from './ports.js';

const ids = (found: readonly { id: string }[]): string[] => found.map(({ id }) => id);

const orphanOf = (day: number) =>
  aVacancy({ id: `day-${day}`, duplicateOf: 'nobody', postedAt: `2026-01-0${day}T00:00:00.000Z` });
const closing = (id: string, closesAt: string) => aVacancy({ id, posting: aPosting({ closesAt }) });

export function findingContract(store: () => Vacancies): void {
  it('finds those of a source, in any status, and leaves out what it does not know', async () => {
    const open = aVacancy({ source: { name: 'feed', id: '1' } });
    const closed = aVacancy({ source: { name: 'feed', id: '2' }, status: 'closed' });
    await store().insert([open, closed, aVacancy({ source: { name: 'other', id: '1' } })]);
    const found = await store().ofSource('feed', ['1', '2', 'nobody']);
    expect(found).toEqual(
      new Map([
        ['1', open],
        ['2', closed],
      ]),
    );
    expect(await store().ofSource('feed', [])).toEqual(new Map());
  });

  it('calls original who is open, no duplicate and said it first', async () => {
    const fingerprint = 'same words';
    const first = aVacancy({ fingerprint, postedAt: '2026-01-02T00:00:00.000Z' });
    await store().insert([
      aVacancy({ fingerprint, postedAt: '2026-01-03T00:00:00.000Z' }),
      first,
      aVacancy({ fingerprint, postedAt: '2026-01-01T00:00:00.000Z', status: 'closed' }),
      aVacancy({ fingerprint, postedAt: '2026-01-01T00:00:00.000Z', duplicateOf: first.id }),
    ]);
    expect(await store().originals([fingerprint, 'other words'])).toEqual(new Map([[fingerprint, first]]));
  });

  it('calls orphan a duplicate whose twin is missing, ended, a duplicate itself or says something else', async () => {
    const fingerprint = 'same words';
    const duplicateOf = (id: string, twin: string) => aVacancy({ id, fingerprint, duplicateOf: twin });
    await store().insert([
      aVacancy({ id: 'open', fingerprint }),
      aVacancy({ id: 'ended', fingerprint, status: 'expired' }),
      aVacancy({ id: 'different' }),
      duplicateOf('well', 'open'),
      duplicateOf('of-ended', 'ended'),
      duplicateOf('of-different', 'different'),
      duplicateOf('of-duplicate', 'well'),
      duplicateOf('of-nobody', 'nobody'),
      aVacancy({ id: 'closed', fingerprint, duplicateOf: 'nobody', status: 'closed' }),
    ]);
    expect(ids(await store().orphans(10)).toSorted()).toEqual([
      'of-different',
      'of-duplicate',
      'of-ended',
      'of-nobody',
    ]);
    expect(await store().orphans(2)).toHaveLength(2);
  });

  it('gives orphans oldest first', async () => {
    await store().insert([orphanOf(3), orphanOf(1), orphanOf(2)]);
    expect(ids(await store().orphans(10))).toEqual(['day-1', 'day-2', 'day-3']);
  });

  it('calls due what is open and closes now or before', async () => {
    const over = closing('over', '2026-01-05T08:59:59.999Z');
    await store().insert([
      closing('now', '2026-01-05T09:00:00.000Z'),
      over,
      closing('later', '2026-01-05T09:00:00.001Z'),
      aVacancy({ id: 'never' }),
      { ...closing('closed', '2026-01-01T00:00:00.000Z'), status: 'closed' },
    ]);
    const now = new Date('2026-01-05T09:00:00.000Z');
    expect(ids(await store().due(now, 10))).toEqual(['over', 'now']);
    expect(ids(await store().due(now, 1))).toEqual(['over']);
    await store().replace([changed(over, { status: 'expired' })]);
    expect(ids(await store().due(now, 10))).toEqual(['now']);
  });
}
