import { eventually } from '@jobwire/testing';
import { subscribe } from '../consumer/event-batch.js';
import { EventFollower } from '../consumer/event-follower.js';
import { numberEvent, type NumberState } from '../contract/number-event.js';
import { decode } from '../envelope/decode.js';
import { UnavailableError } from '../event-log.js';
import { EventPublisher, type Saying } from '../event-publisher.js';
import { openSqliteLog } from '../sqlite/open-sqlite-log.js';
import type { SqliteLog } from '../sqlite/sqlite-log.js';
import type { Confirmation, PendingState, PublishedStates, ReadingOfState } from './published-states.js';
import { StateRelay } from './state-relay.js';

const event = numberEvent('numbers.v1');

interface Document extends PendingState<NumberState> {
  publishedRevision: number;
  publishedOffset: number;
}

/** A store in memory, as a service would have it. */
class Documents implements PublishedStates<NumberState> {
  readonly all = new Map<string, Document>();

  write(key: string, number: number | null): void {
    const before = this.all.get(key);
    const revision = (before?.revision ?? 0) + 1;
    const data = number === null ? null : { id: key, revision, number };
    const published = {
      publishedRevision: before?.publishedRevision ?? 0,
      publishedOffset: before?.publishedOffset ?? -1,
    };
    this.all.set(key, { key, revision, data, ...published });
  }

  async unpublished(limit: number) {
    return [...this.all.values()].filter((one) => one.revision !== one.publishedRevision).slice(0, limit);
  }

  async pending(key: string) {
    return this.all.get(key);
  }

  async confirm(readings: readonly ReadingOfState[]) {
    return readings.map((reading) => this.confirmOne(reading));
  }

  private confirmOne({ key, revision, offset }: ReadingOfState): Confirmation {
    const document = this.all.get(key);
    if (!document) return 'absent';
    if (offset <= document.publishedOffset) return 'older';
    document.publishedRevision = revision;
    document.publishedOffset = offset;
    return 'confirmed';
  }
}

/** A publisher whose appends wait until they are let go. */
class SlowPublisher {
  private readonly waiting: (() => void)[] = [];
  constructor(private readonly publisher: EventPublisher) {}

  async publishAll(sayings: readonly Saying[]) {
    await new Promise<void>((resolve) => this.waiting.push(resolve));
    return this.publisher.publishAll(sayings);
  }

  get held(): number {
    return this.waiting.length;
  }

  letGo(): void {
    for (const go of this.waiting.splice(0)) go();
  }
}

let log: SqliteLog;
let documents: Documents;
let publisher: EventPublisher;
let relay: StateRelay;

beforeEach(async () => {
  log = openSqliteLog({ file: ':memory:', partitions: 2 });
  await log.ensureTopics([event.topic]);
  documents = new Documents();
  publisher = new EventPublisher(log, 'test');
  relay = new StateRelay({ event, states: documents, publisher });
});

afterEach(() => log.close());

/** The numbers the topic holds of one key, in order. */
async function onTopic(key: string): Promise<(number | null)[]> {
  const numbers: (number | null)[] = [];
  const ends = await log.watermarks('numbers.v1');
  const follower = await log.follow({
    topics: ['numbers.v1'],
    from: 'earliest',
    batch: async ({ records }) => {
      for (const record of records.filter((one) => one.key === key)) {
        const decoded = decode(record, [event]);
        if (decoded.ok) numbers.push(decoded.event.data?.number ?? null);
      }
    },
  });
  await eventually(() => {
    for (const { partition, high } of ends) {
      if (follower.position({ topic: 'numbers.v1', partition }) < high) throw new Error('not at the end');
    }
  });
  await follower.close();
  return numbers;
}

function readBack(): Promise<EventFollower> {
  const subscription = subscribe(event, (batch) => relay.readBack(batch.records));
  return EventFollower.start({ log, subscriptions: [subscription], from: 'earliest' });
}

it('publishes the newest state after a write, and learns from the topic that it is there', async () => {
  documents.write('a', 1);
  await relay.publish('a');
  expect(await documents.unpublished(10)).toHaveLength(1);
  const reader = await readBack();
  await eventually(async () => expect(await documents.unpublished(10)).toEqual([]));
  await reader.close();
});

it('lets the newest state end last when writes come faster than the log', async () => {
  const slow = new SlowPublisher(publisher);
  relay = new StateRelay({ event, states: documents, publisher: slow });
  const published = [1, 2, 3, 4].map((number) => {
    documents.write('a', number);
    return relay.publish('a');
  });
  await eventually(() => expect(slow.held).toBe(1));
  slow.letGo();
  await eventually(() => expect(slow.held).toBe(1));
  slow.letGo();
  await Promise.all(published);
  expect((await onTopic('a')).at(-1)).toBe(4);
  expect((await onTopic('a')).length).toBe(2);
});

it('repairs the topic when two relays overtake each other', async () => {
  const slow = new SlowPublisher(publisher);
  const overtaken = new StateRelay({ event, states: documents, publisher: slow });
  documents.write('a', 1);
  const late = overtaken.publish('a');
  await eventually(() => expect(slow.held).toBe(1));
  documents.write('a', 2);
  await relay.publish('a');
  slow.letGo();
  await late;
  expect((await onTopic('a')).at(-1)).toBe(1);
  const reader = await readBack();
  await eventually(async () => {
    await relay.sweep();
    expect((await onTopic('a')).at(-1)).toBe(2);
    expect(await documents.unpublished(10)).toEqual([]);
  });
  await reader.close();
});

it('never fails a write: what the log did not take is left to the sweep', async () => {
  const broken = { publishAll: () => Promise.reject(new UnavailableError('the log is away')) };
  documents.write('a', 1);
  await new StateRelay({ event, states: documents, publisher: broken }).publish('a');
  await relay.sweep();
  expect(await onTopic('a')).toEqual([1]);
});

it('tells how much waits for a log that is away, and for how long', async () => {
  const broken = { publishAll: () => Promise.reject(new UnavailableError('the log is away')) };
  const waiting = new StateRelay({ event, states: documents, publisher: broken });
  await waiting.sweep();
  expect(waiting.backlog).toEqual({ states: 0, seconds: 0 });
  documents.write('a', 1);
  documents.write('b', 1);
  await waiting.sweep();
  expect(waiting.backlog.states).toBe(2);
  const { seconds } = waiting.backlog;
  await waiting.sweep();
  expect(waiting.backlog.seconds).toBeGreaterThan(seconds);
});

it('does not say again what it has just said, unless the topic proves it wrong', async () => {
  documents.write('a', 1);
  await relay.publish('a');
  await relay.sweep();
  expect(await onTopic('a')).toEqual([1]);
  const forgetful = new StateRelay({ event, states: documents, publisher, graceMs: 0 });
  await forgetful.publish('a');
  await forgetful.sweep();
  expect(await onTopic('a')).toEqual([1, 1, 1]);
});

it('publishes a tombstone for a document that has ended', async () => {
  documents.write('a', 1);
  await relay.publish('a');
  documents.write('a', null);
  await relay.publish('a');
  expect(await onTopic('a')).toEqual([1, null]);
});

it('answers a state that has no document any more with one tombstone, and a tombstone with nothing', async () => {
  await publisher.publish(event, { id: 'a', revision: 5, number: 1 });
  const reader = await readBack();
  await eventually(async () => expect(await onTopic('a')).toEqual([1, null]));
  await publisher.publish(event, { id: 'b', revision: 1, number: 2 });
  await eventually(async () => expect(await onTopic('b')).toEqual([2, null]));
  expect(await onTopic('a')).toEqual([1, null]);
  await reader.close();
});

it('goes on with the others when one state cannot be published', async () => {
  documents.write('a', Number.NaN);
  documents.write('b', 2);
  await relay.sweep();
  expect(await onTopic('a')).toEqual([]);
  expect(await onTopic('b')).toEqual([2]);
});
