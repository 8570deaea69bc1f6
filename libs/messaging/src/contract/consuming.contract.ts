import { randomUUID } from 'node:crypto';
import { deadLetterOf, type EventDefinition, type Topic } from '@jobwire/contracts';
import type { EventBatch, EventHandler } from '../consumer/event-batch.js';
import { subscribe } from '../consumer/event-batch.js';
import { EventConsumer } from '../consumer/event-consumer.js';
import { encode, encodeTombstone } from '../envelope/encode.js';
import { UnavailableError, type NewRecord } from '../event-log.js';
import { numberEvent, type NumberState } from './number-event.js';
import { uniqueGroup, type Bench } from './harness.js';

const retry = { pauses: [1, 2], away: { first: 1, longest: 4 } };
const sender = { source: 'contract', time: new Date('2026-01-05T09:00:00Z') };

export function consumingContract(bench: () => Bench): void {
  async function start(handle: EventHandler<NumberState>) {
    const event = numberEvent(`contract-${randomUUID()}`);
    const group = uniqueGroup();
    const letters: Topic = deadLetterOf(group);
    await bench().log.ensureTopics([event.topic, letters]);
    const consumer = await EventConsumer.start({
      log: bench().log,
      group,
      subscriptions: [subscribe(event, handle)],
      retry,
      sessionTimeoutMs: bench().harness.sessionTimeoutMs,
    });
    return { event, group, consumer, letters: letters.name };
  }

  async function committed(group: string, event: EventDefinition<NumberState>): Promise<number> {
    const offsets = await bench().log.committed(group, event.topic.name);
    return [...offsets.values()].reduce((sum, { offset }) => sum + offset, 0);
  }

  it('sets the one record aside that is to blame, untouched, and goes on with its neighbours', async () => {
    const handled: number[] = [];
    const { event, group, consumer, letters } = await start(async ({ records }) => {
      if (records.some(({ data }) => data?.number === 3)) throw new TypeError('cannot read the number');
      handled.push(...records.map(({ data }) => data?.number ?? 0));
    });
    const said = [1, 2, 3, 4, 5].map((number) => say(event, number));
    await bench().log.append([...said, { ...say(event, 6), value: Buffer.from('{"id') }]);
    await bench().eventually(async () => expect(await committed(group, event)).toBe(6));
    expect(handled.toSorted((a, b) => a - b)).toEqual([1, 2, 4, 5]);
    const found = await bench().contents(letters);
    const errors = found.map(({ headers }) => headers['dl_error'] ?? '');
    expect(errors.toSorted()).toEqual(['DecodeFailure', 'TypeError']);
    const poison = found.find(({ headers }) => headers['dl_error'] === 'TypeError');
    expect(poison).toMatchObject({ key: '3', value: said[2]?.value });
    expect(poison?.headers).toMatchObject({ ...said[2]?.headers, dl_topic: event.topic.name });
    await consumer.close();
  });

  it('waits for a store that is down, and blames no record for it', async () => {
    let down = true;
    let tries = 0;
    const handled: number[] = [];
    const { event, group, consumer, letters } = await start(async ({ records }) => {
      tries++;
      if (down) throw new UnavailableError('the store is down');
      handled.push(...records.map(({ data }) => data?.number ?? 0));
    });
    await bench().log.append([say(event, 1)]);
    await bench().eventually(() => expect(tries).toBeGreaterThan(10));
    expect(await committed(group, event)).toBe(0);
    down = false;
    await bench().eventually(() => expect(handled).toEqual([1]));
    await bench().eventually(async () => expect(await committed(group, event)).toBe(1));
    expect(await bench().contents(letters)).toEqual([]);
    await consumer.close();
  });

  it('keeps the metadata a handler returns, also over batches that return none', async () => {
    const { event, group, consumer } = await start(async ({ records }) => {
      const [first] = records;
      return first?.data?.number === 1 ? { metadata: 'epoch 4' } : undefined;
    });
    await bench().log.append([{ ...say(event, 1), partition: 0 }]);
    await bench().eventually(async () => expect(await committed(group, event)).toBe(1));
    await bench().log.append([{ ...say(event, 2), partition: 0 }]);
    await bench().eventually(async () => expect(await committed(group, event)).toBe(2));
    const offsets = await bench().log.committed(group, event.topic.name);
    expect(offsets.get(0)).toEqual({ offset: 2, metadata: 'epoch 4' });
    await consumer.close();
  });

  it('lets an erasure reach the dead letters of its key', async () => {
    const { event, group, consumer, letters } = await start(async ({ records }: EventBatch<NumberState>) => {
      if (records.some(({ data }) => data !== null)) throw new Error('never works');
    });
    await bench().log.append([say(event, 7)]);
    await bench().eventually(async () => expect(await committed(group, event)).toBe(1));
    await bench().log.append([encodeTombstone(event, '7', 2, sender)]);
    await bench().eventually(async () => expect(await committed(group, event)).toBe(2));
    const found = await bench().contents(letters);
    expect(found.map(({ key, value }) => [key, value === null])).toEqual([
      ['7', false],
      ['7', true],
    ]);
    await consumer.close();
  });
}

function say(event: EventDefinition<NumberState>, number: number): NewRecord {
  return encode(event, { id: String(number), revision: 1, number }, sender);
}
