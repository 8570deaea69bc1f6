import { ManualClock } from '@jobwire/kernel';
import { MongoHarness } from '@jobwire/mongo';
import { Health, silentLogger } from '@jobwire/platform';
import { describeWithMongo } from '@jobwire/testing';
import { cardsContract } from '../../application/cards.contract.js';
import { inboxContract } from '../../application/inbox.contract.js';
import { peopleContract } from '../../application/people.contract.js';
import type { People, Stores } from '../../application/ports.js';
import { ticketsContract } from '../../application/tickets.contract.js';
import { anItem, aPerson } from '../../testing/builders.js';
import { mongoStores } from './mongo-stores.js';

class Harness<Store> extends MongoHarness<Stores, Store> {
  readonly clock: ManualClock;

  constructor(uri: string, storeOf: (stores: Stores) => Store) {
    const clock = new ManualClock();
    const context = { logger: silentLogger(), health: new Health(), clock };
    super(uri, (place) => mongoStores(place, context), storeOf);
    this.clock = clock;
  }
}

describeWithMongo('the stores of notifications in MongoDB', (uri) => {
  inboxContract('MongoDB', () => new Harness(uri, ({ inbox }) => inbox));
  cardsContract('MongoDB', () => new Harness(uri, ({ cards }) => cards));
  peopleContract('MongoDB', () => new Harness<People>(uri, ({ people }) => people));
  ticketsContract('MongoDB', () => new Harness(uri, ({ tickets }) => tickets));

  describe('on another event log', () => {
    const harness = new Harness(uri, (stores) => stores);
    afterAll(() => harness.close());

    it('has no place of the former left, and leaves alone what was written on the new one', async () => {
      const former = await harness.openAll('log-1');
      await former.inbox.update(
        [anItem({ vacancyId: 'old' }), anItem({ vacancyId: 'told' })],
        (item) => item,
      );
      const replica = await harness.openAll('log-2');
      await replica.inbox.update(
        [anItem({ vacancyId: 'told' })],
        (_, item) => item && { ...item, offset: 4 },
      );
      await harness.db
        .collection<{ _id: string }>('about')
        .updateOne({ _id: 'log' }, { $set: { id: 'log-1' } });
      const late = await harness.openAll('log-2');
      expect(await late.inbox.read({ owner: 'owner-1', order: 'oldest', limit: 9 })).toMatchObject([
        { vacancyId: 'old', epoch: 0, offset: -1, position: 0, listPosition: 0 },
        { vacancyId: 'told', epoch: 0, offset: 4, position: 0, listPosition: 0 },
      ]);
    });
  });

  it('erases a person who becomes known in that very moment', async () => {
    const harness = new Harness(uri, ({ people }) => people);
    const people = await harness.open();
    const ids = Array.from({ length: 20 }, (_, n) => `profile-${n}`);
    await Promise.all(
      ids.flatMap((profileId) => [people.keep([aPerson({ profileId })]), people.erase(profileId)]),
    );
    expect(await people.of(ids)).toEqual(new Map());
    expect(await people.erased(ids)).toEqual(new Set(ids));
    await harness.close();
  });
});
