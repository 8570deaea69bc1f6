import { anItem } from '../testing/builders.js';
import type { InboxBench } from '../testing/inbox-bench.js';

export function forgettingContract({ inbox, harness, put }: InboxBench): void {
  it('removes everything of a profile and nothing of another', async () => {
    await put(
      anItem({ vacancyId: 'a' }),
      anItem({ vacancyId: 'b', inbox: 'withdrawn' }),
      anItem({ profileId: 'profile-2', owner: 'owner-2' }),
    );
    await inbox().forget('profile-1');
    expect(await inbox().read({ owner: 'owner-1', order: 'newest', limit: 9 })).toEqual([]);
    expect(await inbox().candidates({ vacancyId: 'a', limit: 9 })).toEqual([]);
    expect(await inbox().one('owner-2', anItem({ profileId: 'profile-2' }).id)).toBeDefined();
    await inbox().forget('nobody');
  });

  it('leaves nothing of a forgotten person in what it wrote', async () => {
    const item = anItem({
      profileId: 'profile-zebedee',
      owner: 'owner-zebedee',
      pseudonym: 'pseudo-zebedee',
    });
    await put(item, anItem());
    await put({ ...item, score: 70 });
    await inbox().see('owner-zebedee', item.id);
    await inbox().forget('profile-zebedee');
    expect(await harness().holds('zebedee')).toBe(false);
    expect(await inbox().one('owner-1', anItem().id)).toBeDefined();
  });

  it('brings nothing back of somebody who is forgotten between a decision and its write', async () => {
    const items = Array.from({ length: 200 }, (_, n) => anItem({ vacancyId: `vacancy-${n}` }));
    await put(...items);
    const deciding = Promise.withResolvers<void>();
    const forgotten = deciding.promise.then(() => inbox().forget('profile-1'));
    await inbox().update(items, (_, item) => {
      deciding.resolve();
      return item && { ...item, inbox: 'withdrawn' };
    });
    await forgotten;
    expect(await inbox().read({ owner: 'owner-1', order: 'newest', limit: 1 })).toEqual([]);
  });

  it('removes what was withdrawn before a moment, from inbox and list', async () => {
    const at = '2026-01-05T09:00:00.000Z';
    const gone = { inbox: 'withdrawn', list: 'none', at } as const;
    await put(
      anItem({ vacancyId: 'gone', ...gone }),
      anItem({ vacancyId: 'at-that-moment', ...gone, at: '2026-01-05T09:00:00.001Z' }),
      anItem({ vacancyId: 'still-listed', ...gone, list: 'found' }),
      anItem({ vacancyId: 'still-found', ...gone, inbox: 'found' }),
    );
    await inbox().removeWithdrawn(new Date('2026-01-05T09:00:00.001Z'));
    const left = await inbox().read({ owner: 'owner-1', order: 'newest', limit: 9 });
    expect(left.map(({ vacancyId }) => vacancyId).toSorted()).toEqual([
      'at-that-moment',
      'still-found',
      'still-listed',
    ]);
  });
}
