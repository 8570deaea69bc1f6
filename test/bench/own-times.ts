// What the broker and the store themselves take, with nobody else at work: the measure for the path from post to frame.
import { randomBytes } from 'node:crypto';
import { openKafkaLog } from '@jobwire/messaging';
import { Mongoose, Schema } from 'mongoose';
import { quantiles, type Quantiles } from './quantiles.js';

const ROUNDS = 300;
/** About what a vacancy's state weighs. */
const BYTES = 800;
const TOPIC = { name: 'bench', cleanup: 'delete', partitions: 'one' } as const;

export interface OwnTimes {
  /** One append after the other, each acknowledged. */
  readonly sendMs: Quantiles;
  /** From the append to the follower that has it. */
  readonly hopMs: Quantiles;
  /** One update after the other, each with a majority and in the journal. */
  readonly writeMs: Quantiles;
}

export async function ownTimes(kafka: string, mongodb: string): Promise<OwnTimes> {
  return { ...(await ofKafka(kafka)), writeMs: await ofMongo(mongodb) };
}

async function ofKafka(address: string): Promise<Pick<OwnTimes, 'sendMs' | 'hopMs'>> {
  const prefix = `bench-${randomBytes(4).toString('hex')}-`;
  const log = openKafkaLog({ brokers: [address], clientId: 'bench', prefix });
  const value = randomBytes(BYTES);
  const sends: number[] = [];
  const hops: number[] = [];
  let arrival = Promise.withResolvers<void>();
  try {
    await log.ensureTopics([TOPIC]);
    await log.follow({ topics: [TOPIC.name], from: 'latest', batch: async () => arrival.resolve() });
    for (let round = 0; round < ROUNDS; round++) {
      arrival = Promise.withResolvers<void>();
      const at = performance.now();
      await log.append([{ topic: TOPIC.name, key: 'key', value, headers: {} }]);
      sends.push(performance.now() - at);
      await arrival.promise;
      hops.push(performance.now() - at);
    }
    return { sendMs: quantiles(sends), hopMs: quantiles(hops) };
  } finally {
    await log.close();
  }
}

async function ofMongo(uri: string): Promise<Quantiles> {
  const mongoose = new Mongoose();
  const dbName = `bench-${randomBytes(4).toString('hex')}`;
  await mongoose.connect(uri, { dbName, w: 'majority', journal: true });
  const Thing = mongoose.model('Thing', new Schema({ text: String }));
  const times: number[] = [];
  try {
    const { _id } = await Thing.create({ text: '' });
    for (let round = 0; round < ROUNDS; round++) {
      const at = performance.now();
      await Thing.updateOne({ _id }, { text: 'x'.repeat(BYTES) + round });
      times.push(performance.now() - at);
    }
    return quantiles(times);
  } finally {
    await mongoose.connection.dropDatabase();
    await mongoose.disconnect();
  }
}
