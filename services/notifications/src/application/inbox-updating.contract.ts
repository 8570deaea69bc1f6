import type { Item } from '../domain/item.js';
import { anItem } from '../testing/builders.js';
import type { InboxBench } from '../testing/inbox-bench.js';
import type { Pair } from './ports.js';

const vacanciesOf = (pairs: readonly Pair[]): string[] => pairs.map(({ vacancyId }) => vacancyId).toSorted();

function pairOf(profileId: string, changes: Partial<Item>): Item {
  return anItem({ profileId, vacancyRevision: 3, epoch: 5, ...changes });
}

export function updatingContract({ inbox, harness, put }: InboxBench): void {
  it('lets the decision see the item as it is stored, and stores what it makes of it', async () => {
    const seen: (Item | undefined)[] = [];
    const score = (by: number) => (pair: Pair, item: Item | undefined) => {
      seen.push(item);
      return { ...anItem(pair), score: (item?.score ?? 0) + by };
    };
    const pair = { profileId: 'profile-1', vacancyId: 'vacancy-1' };
    await inbox().update([pair], score(1));
    await inbox().update([pair], score(2));
    expect(seen).toEqual([undefined, anItem({ score: 1 })]);
    const again = await harness().reopen();
    expect(await again.one('owner-1', anItem().id)).toEqual(anItem({ score: 3 }));
  });

  it('leaves an item alone that the decision leaves alone', async () => {
    await put(anItem());
    await inbox().update([anItem()], () => undefined);
    await inbox().update([], () => anItem());
    expect(await inbox().one('owner-1', anItem().id)).toEqual(anItem());
  });

  it('loses no decision when many are made at once', async () => {
    const increase = () =>
      inbox().update([anItem({ score: 0 })], (_, item) => anItem({ score: (item?.score ?? 0) + 1 }));
    await Promise.all(Array.from({ length: 20 }, increase));
    expect((await inbox().one('owner-1', anItem().id))?.score).toBe(20);
  });

  it('does not undo a mark that was made before the decision', async () => {
    await put(anItem());
    await Promise.all([
      inbox().see('owner-1', anItem().id),
      inbox().dismiss('owner-1', anItem().id),
      inbox().update([anItem()], (_, item) => item && { ...item, score: 70 }),
    ]);
    const [candidate] = await inbox().candidates({ vacancyId: 'vacancy-1', limit: 1 });
    expect(candidate).toMatchObject({ seen: true, dismissed: true, score: 70 });
  });

  describe('what a whole set does not confirm', () => {
    const vacancy = { kind: 'vacancy', id: 'vacancy-1', revision: 3 } as const;

    it('of a vacancy: an older revision or a lower epoch, shown, in this partition', async () => {
      await put(
        pairOf('confirmed', {}),
        pairOf('older', { vacancyRevision: 2 }),
        pairOf('lower-epoch', { epoch: 4 }),
        pairOf('withdrawn', { vacancyRevision: 2, inbox: 'withdrawn', list: 'none' }),
        pairOf('list-only', { vacancyRevision: 2, inbox: 'none' }),
        pairOf('elsewhere', { vacancyRevision: 2, partition: 1 }),
        pairOf('other', { vacancyRevision: 2, vacancyId: 'vacancy-2' }),
      );
      const left = await inbox().unconfirmed(vacancy, 0, 5);
      expect(left.map(({ profileId }) => profileId).toSorted()).toEqual([
        'list-only',
        'lower-epoch',
        'older',
      ]);
    });

    it('of a profile: by the profile’s revision', async () => {
      await put(
        anItem({ vacancyId: 'older', profileRevision: 1 }),
        anItem({ vacancyId: 'confirmed', profileRevision: 2 }),
        anItem({ vacancyId: 'other', profileId: 'profile-2' }),
      );
      const profile = { kind: 'profile', id: 'profile-1', revision: 2, erased: false } as const;
      expect(vacanciesOf(await inbox().unconfirmed(profile, 0, 1))).toEqual(['older']);
    });

    it('of a whole partition: by the epoch alone', async () => {
      await put(
        anItem({ vacancyId: 'older', epoch: 4 }),
        anItem({ vacancyId: 'newer', epoch: 5 }),
        anItem({ vacancyId: 'elsewhere', epoch: 4, partition: 1 }),
      );
      expect(vacanciesOf(await inbox().unconfirmed({ kind: 'all' }, 0, 5))).toEqual(['older']);
    });
  });

  it('knows what a record changed, in the inbox or in a list, once each', async () => {
    await put(
      anItem({ vacancyId: 'both' }),
      anItem({ vacancyId: 'inbox', listPosition: 3 }),
      anItem({ vacancyId: 'list', position: 3 }),
      anItem({ vacancyId: 'not-listed', position: 3, list: 'none' }),
      anItem({ vacancyId: 'elsewhere', partition: 1 }),
      anItem({ vacancyId: 'later', position: 11, listPosition: 11 }),
    );
    expect(vacanciesOf(await inbox().changedAt(0, 10))).toEqual(['both', 'inbox', 'list']);
    expect(await inbox().changedAt(0, 99)).toEqual([]);
  });
}
