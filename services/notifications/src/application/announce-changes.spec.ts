import { Bench } from '../testing/bench.js';
import { anItem } from '../testing/builders.js';

let bench: Bench;
beforeEach(async () => {
  bench = new Bench();
  await bench.knowBoth();
});

const changes = () => bench.told.map(({ change }) => change);

it('tells a person what a record changed in their inbox, in words, and employers what it did to their lists', async () => {
  await bench.put(anItem());
  await bench.announcing.announce(0, [{ offset: 10 }]);
  expect(bench.told).toMatchObject([{ partition: 0 }]);
  const [change] = changes();
  expect(change).toMatchObject({ profileId: 'profile-1', owner: 'owner-1', position: 10 });
  expect(change?.alerts).toMatchObject([
    { position: 10, state: 'found', vacancy: { title: 'Nurse', employerName: 'Acme' } },
  ]);
  expect(change?.candidates).toMatchObject([
    { employerId: 'acme', vacancyId: 'vacancy-1', state: 'found', candidate: { pseudonym: 'somebody' } },
  ]);
});

it('says nothing where nothing changed', async () => {
  await bench.put(anItem());
  await bench.announcing.announce(0, []);
  await bench.announcing.announce(0, [{ offset: 9 }, { offset: 11 }]);
  await bench.announcing.announce(1, [{ offset: 10 }]);
  expect(bench.told).toEqual([]);
});

it('says it again when it is asked again', async () => {
  await bench.put(anItem());
  await bench.announcing.announce(0, [{ offset: 10 }]);
  await bench.announcing.announce(0, [{ offset: 10 }]);
  expect(changes()[1]).toEqual(changes()[0]);
});

it('tells of the side that changed only', async () => {
  await bench.put(
    anItem({ vacancyId: 'inbox-only', list: 'none', listPosition: -1 }),
    anItem({ vacancyId: 'list-only', inbox: 'none', position: -1 }),
    anItem({ vacancyId: 'list-again', position: 3 }),
  );
  await bench.announcing.announce(0, [{ offset: 10 }]);
  const [change] = changes();
  expect(change?.alerts.map(({ vacancyId }) => vacancyId)).toEqual(['inbox-only']);
  expect(change?.candidates.map(({ vacancyId }) => vacancyId).toSorted()).toEqual([
    'list-again',
    'list-only',
  ]);
});

it('tells nobody of what they dismissed; the employer hears of it', async () => {
  await bench.put(anItem({ dismissed: true }));
  await bench.announcing.announce(0, [{ offset: 10 }]);
  expect(changes()[0]).toMatchObject({ alerts: [], candidates: [{ vacancyId: 'vacancy-1' }] });
});

it('tells each person of their own, in pieces that a record holds', async () => {
  const many = Array.from({ length: 450 }, (_, n) => anItem({ vacancyId: `v${n}` }));
  await bench.put(...many, anItem({ profileId: 'profile-2', owner: 'owner-2' }));
  await bench.announcing.announce(0, [{ offset: 10 }]);
  const counts = changes().map(({ owner, alerts }) => [owner, alerts.length]);
  expect(counts.filter(([owner]) => owner === 'owner-1').map(([, count]) => count)).toEqual([200, 200, 50]);
  expect(counts.filter(([owner]) => owner === 'owner-2')).toEqual([['owner-2', 1]]);
});
