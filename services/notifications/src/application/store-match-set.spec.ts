import type { MatchSet } from '@jobwire/contracts';
import type { Stamp } from '../domain/item.js';
import { Bench } from '../testing/bench.js';
import { aCard, aMatch, anItem, aPerson, aSet, aStamp } from '../testing/builders.js';

let bench: Bench;
beforeEach(async () => {
  bench = new Bench();
  await bench.knowBoth();
});

const store = (set: Partial<MatchSet> = {}, stamp: Partial<Stamp> = {}) => {
  const whole = aSet(set);
  return bench.storing.store(whole, aStamp({ epoch: whole.epoch, ...stamp }));
};
const states = async () => (await bench.alerts()).map(({ inbox, position }) => [inbox, position]);

it('puts a match into inbox and list, under a pseudonym that says nothing of the profile', async () => {
  await store();
  const [item] = await bench.alerts();
  expect(item).toMatchObject({ inbox: 'found', list: 'found', owner: 'owner-1', employerId: 'acme' });
  expect(item?.pseudonym).not.toContain('profile-1');
});

it('gives one person another pseudonym at another employer, and the same at the same', async () => {
  await bench.cards.keep([
    aCard({ vacancyId: 'vacancy-2' }),
    aCard({ vacancyId: 'vacancy-3', employerId: 'other' }),
  ]);
  const matches = ['vacancy-1', 'vacancy-2', 'vacancy-3'].map((vacancyId) => aMatch({ vacancyId }));
  await store({ matches, subject: { kind: 'profile', id: 'profile-1', revision: 1, erased: false } });
  const names = new Map((await bench.alerts()).map((item) => [item.vacancyId, item.pseudonym]));
  expect(names.get('vacancy-1')).toBe(names.get('vacancy-2'));
  expect(names.get('vacancy-1')).not.toBe(names.get('vacancy-3'));
});

it('changes nothing when a record comes twice', async () => {
  await store();
  const before = await bench.alerts();
  await store();
  expect(await bench.alerts()).toEqual(before);
});

it('withdraws what a newer whole set no longer holds, and takes it in again', async () => {
  await store();
  await store({ subject: { kind: 'vacancy', id: 'vacancy-1', revision: 2 }, matches: [] }, { offset: 11 });
  expect(await states()).toEqual([['withdrawn', 11]]);
  await bench.cards.keep([aCard({ revision: 3 })]);
  const again = { subject: { kind: 'vacancy', id: 'vacancy-1', revision: 3 } as const };
  await store({ ...again, matches: [aMatch({ vacancyRevision: 3 })] }, { offset: 12 });
  expect(await states()).toEqual([['found', 12]]);
});

it('withdraws nothing before the last record of a set', async () => {
  await bench.people.keep([aPerson({ profileId: 'profile-2', owner: 'owner-2' })]);
  await bench.cards.keep([aCard({ revision: 2 })]);
  await store();
  const subject = { kind: 'vacancy', id: 'vacancy-1', revision: 2 } as const;
  const other = aMatch({ profileId: 'profile-2', vacancyRevision: 2 });
  await store({ subject, matches: [other], last: false }, { offset: 11 });
  expect(await states()).toEqual([['found', 10]]);
  await store({ subject, matches: [aMatch({ vacancyRevision: 2 })] }, { offset: 12 });
  expect(await states()).toEqual([['found', 10]]);
  expect(await bench.alerts('owner-2')).toMatchObject([{ inbox: 'found' }]);
});

it('leaves other partitions and other subjects alone', async () => {
  await bench.put(
    anItem({ vacancyId: 'other' }),
    anItem({ profileId: 'elsewhere', owner: 'owner-1', partition: 1, position: 5 }),
  );
  await store({ subject: { kind: 'vacancy', id: 'vacancy-1', revision: 2 }, matches: [] }, { offset: 11 });
  expect((await states()).map(([inbox]) => inbox)).toEqual(['found', 'found']);
});

it('withdraws by a partition published anew what has a lower epoch, and leaves what was confirmed', async () => {
  await bench.put(anItem({ vacancyId: 'gone', epoch: 1 }), anItem({ vacancyId: 'confirmed', epoch: 2 }));
  await store({ subject: { kind: 'all' }, matches: [], epoch: 2 }, { offset: 30 });
  expect(await states()).toEqual([
    ['found', 10],
    ['withdrawn', 30],
  ]);
});

it('does not withdraw what a newer revision confirmed, when an older set comes late', async () => {
  await bench.put(anItem({ vacancyRevision: 5, offset: 50, position: 50 }));
  await store({ subject: { kind: 'vacancy', id: 'vacancy-1', revision: 4 }, matches: [] }, { offset: 40 });
  expect(await states()).toEqual([['found', 50]]);
});

it('stores nothing of somebody who was erased, and the rest all the same', async () => {
  await bench.people.keep([aPerson({ profileId: 'profile-2', owner: 'owner-2' })]);
  await bench.forgetting.erase('profile-1');
  await store({ matches: [aMatch(), aMatch({ profileId: 'profile-2' })] });
  expect(await bench.alerts()).toEqual([]);
  expect(await bench.alerts('owner-2')).toHaveLength(1);
});

it('keeps no pair that neither side is to see', async () => {
  await store({ matches: [aMatch({ alert: false, visible: false })] });
  expect(await bench.inbox.changedAt(0, 10)).toEqual([]);
  expect(await bench.inbox.unconfirmed({ kind: 'all' }, 0, 99)).toEqual([]);
});
