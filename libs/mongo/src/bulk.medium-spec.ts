import { describeWithMongo } from '@jobwire/testing';
import { Schema, type Model } from 'mongoose';
import { makeNothing, writeEach } from './bulk.js';
import { Joined } from './joined.js';
import { MongoDatabase } from './mongo-database.js';
import { MongoHarness } from './testing/mongo-harness.js';

interface Thing {
  _id: string;
  revision: number;
  mark: string;
}

const silent = { warn: () => undefined, info: () => undefined };
const thingSchema = new Schema<Thing>(
  { _id: { type: String, required: true }, revision: Number, mark: String },
  { versionKey: false, strict: 'throw' },
);

const forgetLog = () => Promise.resolve();
const newer = (_id: string, revision: number, mark = 'a') => ({
  updateOne: {
    filter: { _id, revision: { $lt: revision } },
    update: { $set: { revision, mark } },
    upsert: true,
  },
});

describeWithMongo('bulk writes', (uri) => {
  const harness = new MongoHarness(
    uri,
    (place) => {
      const db = new MongoDatabase({ ...place, layout: 1, logger: silent });
      const things: Model<Thing> = db.collection('things', thingSchema);
      return { things, open: (logId: string) => db.open({ logId, forgetLog }), close: () => db.close() };
    },
    ({ things }) => things,
  );
  let things: Model<Thing>;
  beforeAll(async () => void (things = await harness.open()));
  beforeEach(() => things.deleteMany({}));
  afterAll(() => harness.close());

  it('say which writes did not stand, in their places, and the others stand', async () => {
    await things.insertOne({ _id: 'b', revision: 5, mark: 'before' });
    const refused = await writeEach(things, [newer('a', 1), newer('b', 5), newer('c', 1), newer('b', 6)]);
    expect(refused).toEqual([1]);
    expect(await things.find().sort({ _id: 1 }).lean()).toEqual([
      { _id: 'a', revision: 1, mark: 'a' },
      { _id: 'b', revision: 6, mark: 'a' },
      { _id: 'c', revision: 1, mark: 'a' },
    ]);
    expect(await writeEach(things, [])).toEqual([]);
  });

  it('that are to make nothing are refused where nothing is, and stand where they may', async () => {
    await things.insertMany([
      { _id: 'b', revision: 5, mark: 'before' },
      { _id: 'c', revision: 1, mark: 'before' },
    ]);
    const changes = [newer('a', 1), newer('b', 5), newer('c', 2)].map(({ updateOne }) => ({
      updateOne: { ...updateOne, update: { ...updateOne.update, ...makeNothing } },
    }));
    expect(await writeEach(things, changes)).toEqual([0, 1]);
    expect(await things.find().sort({ _id: 1 }).lean()).toEqual([
      { _id: 'b', revision: 5, mark: 'before' },
      { _id: 'c', revision: 2, mark: 'a' },
    ]);
  });

  it('fail for any other reason as MongoDB does', async () => {
    const invalid = { updateOne: { filter: { _id: 'a' }, update: { $set: { strange: 1 } } } };
    await expect(writeEach(things, [invalid])).rejects.toThrow(/strange/);
  });

  it('of one turn go together, and each is told of its own', async () => {
    await things.insertOne({ _id: 'b', revision: 5, mark: 'before' });
    const joined = new Joined(things);
    const refused = await Promise.all([
      joined.write([newer('a', 1)]),
      joined.write([newer('c', 1), newer('b', 4)]),
      joined.write([]),
      joined.write([newer('b', 3), newer('d', 1)]),
    ]);
    expect(refused).toEqual([[], [1], [], [0]]);
    const [some, none] = await Promise.all([joined.byId(['a', 'b', 'x']), joined.byId(['x'])]);
    expect([...some.keys()].toSorted()).toEqual(['a', 'b']);
    expect(none.size).toBe(0);
  });

  it('of one turn do not fail for what only one of them is to blame for', async () => {
    const joined = new Joined(things);
    const invalid = { updateOne: { filter: { _id: 'a' }, update: { $set: { strange: 1 } } } };
    const outcomes = await Promise.allSettled([joined.write([newer('b', 1)]), joined.write([invalid])]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await things.findById('b').lean()).toMatchObject({ revision: 1 });
  });

  it('keep the newest of many that are made at once', async () => {
    const joined = new Joined(things);
    for (let round = 0; round < 20; round++) {
      const revisions = [3, 1, 4, 2, 5];
      await Promise.all(
        revisions.map((n) => joined.upsertUnlessNewer([newer(`thing-${round}`, n, `m${n}`)])),
      );
      expect(await things.findOne({ _id: `thing-${round}` }).lean()).toMatchObject({
        revision: 5,
        mark: 'm5',
      });
    }
  });
});
