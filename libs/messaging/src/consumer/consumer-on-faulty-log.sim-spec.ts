import { deadLetterOf } from '@jobwire/contracts';
import { eventually } from '@jobwire/testing';
import { numberEvent } from '../contract/number-event.js';
import { UnavailableError } from '../event-log.js';
import { EventPublisher } from '../event-publisher.js';
import { openSqliteLog } from '../sqlite/open-sqlite-log.js';
import { FaultyLog, type Faults } from '../testing/faulty-log.js';
import { seededRandom } from '../testing/seeded-random.js';
import { subscribe, type EventBatch } from './event-batch.js';
import { EventConsumer } from './event-consumer.js';
import type { NumberState } from '../contract/number-event.js';

const event = numberEvent('numbers.v1');
const retry = { pauses: [1], away: { first: 1, longest: 3 } };
const faults: Faults = {
  failBefore: 0.05,
  failAfter: 0.05,
  duplicate: 0.1,
  lateDuplicate: 0.1,
  delay: 0.3,
  crash: 0.05,
};

/** A service that starts again whenever it dies, and knows the newest revision of each key. */
class Replica {
  private stopped = false;
  private consumer: EventConsumer | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly log: FaultyLog,
    private readonly handle: (batch: EventBatch<NumberState>) => Promise<void>,
  ) {}

  start(): void {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.consumer?.close();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      this.consumer = await EventConsumer.start({
        log: this.log,
        group: 'service',
        subscriptions: [subscribe(event, this.handle)],
        retry,
        maxBatch: 5,
        sessionTimeoutMs: 50,
      });
      await this.consumer.ended;
    }
  }
}

it.each(Array.from({ length: 40 }, (_, index) => index + 1))(
  'nothing that was acknowledged is missed, whatever fails (seed %i)',
  async (seed) => {
    const real = openSqliteLog({ file: ':memory:', partitions: 4 });
    const log = new FaultyLog({ log: real, seed, faults, crash: (member) => real.crash(member) });
    await log.ensureTopics([event.topic, deadLetterOf('service')]);
    const random = seededRandom(seed + 1_000);
    const newest = new Map<string, number>();
    let calm = false;
    const handle = async ({ records }: EventBatch<NumberState>): Promise<void> => {
      if (!calm && random() < 0.1) throw new UnavailableError('the store is away');
      for (const { key, revision = 0 } of records) newest.set(key, Math.max(newest.get(key) ?? 0, revision));
    };
    const replicas = [1, 2].map(() => new Replica(log, handle));
    for (const replica of replicas) replica.start();
    const acknowledged = await publishMany(log);
    calm = true;
    await log.calm();
    const missed = () =>
      Object.entries(acknowledged).filter(([key, revision]) => (newest.get(key) ?? 0) < revision);
    await eventually(() => expect(missed()).toEqual([]), { timeoutMs: 20_000 });
    expect(await real.watermarks(deadLetterOf('service').name)).toEqual(
      [0, 1, 2, 3].map((partition) => ({ partition, low: 0, high: 0 })),
    );
    await Promise.all(replicas.map((replica) => replica.stop()));
    await log.close();
  },
  30_000,
);

/** Publishes revisions of ten keys and answers the newest that the log acknowledged. */
async function publishMany(log: FaultyLog): Promise<Record<string, number>> {
  const publisher = new EventPublisher(log, 'simulation');
  const acknowledged: Record<string, number> = {};
  await Promise.all(
    Array.from({ length: 10 }, async (_, key) => {
      for (let revision = 1; revision <= 30; revision++) {
        const published = await publisher
          .publish(event, { id: `k${key}`, revision, number: revision })
          .catch(() => undefined);
        if (published) acknowledged[`k${key}`] = revision;
      }
    }),
  );
  return acknowledged;
}
