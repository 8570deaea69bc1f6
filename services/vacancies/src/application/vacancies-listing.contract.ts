import type { Vacancy } from '../domain/vacancy.js';
import { aPosting, aVacancy } from '../testing/builders.js';
import type { ListVacancies, Vacancies } from './ports.js';

const ids = (found: readonly { id: string }[]): string[] => found.map(({ id }) => id);
const other = { id: 'other', name: 'Other' };

const onDay = (day: number): string => `2026-01-0${day}T00:00:00.000Z`;

export function listingContract(store: () => Vacancies): void {
  const listed = async (query: Partial<ListVacancies>): Promise<string[]> =>
    ids(await store().list({ limit: 50, ...query }));

  it('lists the newest first, and by id what was posted at the same moment', async () => {
    await store().insert([
      aVacancy({ id: 'a', postedAt: '2026-01-01T00:00:00.000Z' }),
      aVacancy({ id: 'c', postedAt: '2026-01-02T00:00:00.000Z' }),
      aVacancy({ id: 'b', postedAt: '2026-01-02T00:00:00.000Z' }),
    ]);
    expect(await listed({})).toEqual(['c', 'b', 'a']);
  });

  it('shows the public what is open and no duplicate, and an employer all of their own', async () => {
    await store().insert([
      aVacancy({ id: 'open' }),
      aVacancy({ id: 'twin', duplicateOf: 'open' }),
      aVacancy({ id: 'closed', status: 'closed' }),
      aVacancy({ id: 'foreign', employer: other }),
    ]);
    expect((await listed({})).toSorted()).toEqual(['foreign', 'open']);
    expect((await listed({ employerId: 'acme' })).toSorted()).toEqual(['closed', 'open', 'twin']);
    expect(await listed({ employerId: 'acme', status: 'closed' })).toEqual(['closed']);
    expect(await listed({ employerId: 'nobody' })).toEqual([]);
  });

  it('never shows the public what has ended, whatever status is asked for', async () => {
    await store().insert([aVacancy({ status: 'closed' })]);
    expect(await listed({ status: 'closed' })).toEqual([]);
  });

  it('finds by reference, among one’s own or the public ones', async () => {
    const posting = aPosting({ externalReference: 'R' });
    await store().insert([
      aVacancy({ id: 'mine', posting, status: 'closed' }),
      aVacancy({ id: 'foreign', posting, employer: other }),
      aVacancy({ id: 'without' }),
    ]);
    expect(await listed({ externalReference: 'R' })).toEqual(['foreign']);
    expect(await listed({ externalReference: 'R', employerId: 'acme' })).toEqual(['mine']);
  });

  it('pages without gaps or repeats while others are posted and end', async () => {
    const all = Array.from({ length: 25 }, (_, n) => aVacancy({ postedAt: onDay(1 + (n % 3)) }));
    await store().insert(all);
    const seen: string[] = [];
    let after: Vacancy | undefined;
    do {
      const page = await store().list({ after, limit: 4 });
      seen.push(...ids(page));
      after = page.at(-1);
      await store().insert([aVacancy({ postedAt: '2026-02-01T00:00:00.000Z' })]);
    } while (after !== undefined);
    expect(new Set(seen)).toEqual(new Set(ids(all)));
    expect(seen).toHaveLength(all.length);
  });
}
