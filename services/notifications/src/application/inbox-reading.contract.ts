import { anItem } from '../testing/builders.js';
import type { InboxBench } from '../testing/inbox-bench.js';
import type { ReadInbox } from './ports.js';

const at = (position: number, vacancyId = `vacancy-${position}`) => anItem({ position, vacancyId });

export function readingContract({ inbox, put }: InboxBench): void {
  const positions = async (query: Partial<ReadInbox>): Promise<number[]> => {
    const found = await inbox().read({ owner: 'owner-1', order: 'oldest', limit: 50, ...query });
    return found.map(({ position }) => position);
  };

  it('reads newest or oldest first, one person’s only', async () => {
    await put(at(2), at(1), at(3), anItem({ profileId: 'profile-2', owner: 'owner-2' }));
    expect(await positions({ order: 'newest' })).toEqual([3, 2, 1]);
    expect(await positions({ order: 'oldest' })).toEqual([1, 2, 3]);
    expect(await positions({ owner: 'owner-2' })).toEqual([10]);
    expect(await positions({ owner: 'nobody' })).toEqual([]);
    expect(await positions({ limit: 2 })).toEqual([1, 2]);
  });

  it('begins at a position, that position included', async () => {
    await put(at(1), at(2), at(3));
    expect(await positions({ after: { position: 2 } })).toEqual([2, 3]);
    expect(await positions({ order: 'newest', after: { position: 2 } })).toEqual([2, 1]);
  });

  it.each(['oldest', 'newest'] as const)('pages %s first without gaps or repeats', async (order) => {
    await put(...Array.from({ length: 11 }, (_, n) => at(n % 3, `v${n}`)));
    const seen: string[] = [];
    for (let after: ReadInbox['after']; ;) {
      const page = await inbox().read({ owner: 'owner-1', order, after, limit: 2 });
      seen.push(...page.map(({ vacancyId }) => vacancyId));
      after = page.at(-1);
      if (after === undefined) break;
    }
    expect(seen).toHaveLength(11);
    expect(new Set(seen).size).toBe(11);
  });

  it('reads one state only where that is asked for', async () => {
    await put(
      anItem({ vacancyId: 'a' }),
      anItem({ vacancyId: 'b', inbox: 'changed' }),
      anItem({ vacancyId: 'c', inbox: 'withdrawn' }),
    );
    for (const [state, vacancyId] of [
      ['found', 'a'],
      ['changed', 'b'],
      ['withdrawn', 'c'],
    ] as const) {
      const found = await inbox().read({ owner: 'owner-1', order: 'newest', state, limit: 9 });
      expect(found).toMatchObject([{ vacancyId }]);
    }
  });

  it('hides what was dismissed and what never reached the person', async () => {
    const [dismissed, none] = [at(5, 'a'), anItem({ position: -1, vacancyId: 'b', inbox: 'none' })];
    await put(dismissed, none, at(4, 'c'));
    await inbox().dismiss('owner-1', dismissed.id);
    expect(await positions({})).toEqual([4]);
    expect(await inbox().one('owner-1', dismissed.id)).toBeUndefined();
    expect(await inbox().one('owner-1', none.id)).toBeUndefined();
    expect(await inbox().newest('owner-1')).toBe(4);
    expect(await inbox().unread('owner-1')).toBe(1);
  });

  it('shows an item to its owner only, and marks nobody else’s', async () => {
    await put(anItem());
    const { id } = anItem();
    await inbox().see('owner-2', id);
    await inbox().seeAll('owner-2');
    await inbox().dismiss('owner-2', id);
    expect(await inbox().one('owner-2', id)).toBeUndefined();
    expect(await inbox().one('owner-1', id)).toEqual(anItem());
  });

  it('counts as unread what is shown and not seen', async () => {
    await put(
      at(1, 'a'),
      at(2, 'b'),
      anItem({ vacancyId: 'c', inbox: 'changed' }),
      anItem({ vacancyId: 'd', inbox: 'withdrawn' }),
    );
    expect(await inbox().unread('owner-1')).toBe(3);
    await inbox().see('owner-1', at(1, 'a').id);
    expect(await inbox().unread('owner-1')).toBe(2);
    expect(await inbox().one('owner-1', at(1, 'a').id)).toMatchObject({ seen: true });
    await inbox().seeAll('owner-1');
    expect(await inbox().unread('owner-1')).toBe(0);
    expect(await inbox().unread('owner-2')).toBe(0);
  });

  it('is at position 0 while it is empty', async () => {
    expect(await inbox().newest('owner-1')).toBe(0);
    await put(at(7), at(3));
    expect(await inbox().newest('owner-1')).toBe(7);
  });
}
