import { ManualClock } from '@jobwire/kernel';
import { numberEvent, type NumberState } from '../contract/number-event.js';
import { encode, encodeTombstone } from '../envelope/encode.js';
import {
  RecordTooLargeError,
  UnavailableError,
  type Batch,
  type LogRecord,
  type NewRecord,
} from '../event-log.js';
import { silentMessagingLogger } from '../messaging-logger.js';
import { BatchProcessor } from './batch-processor.js';
import { ConsumerCounts } from './consumer-observer.js';
import { DeadLetters } from './dead-letters.js';
import { subscribe, type EventHandler } from './event-batch.js';
import { GivenUp } from './given-up.js';
import { isUnavailableError } from './retry-policy.js';

const event = numberEvent('numbers.v1');
const sender = { source: 'test', time: new Date('2026-01-05T09:00:00Z') };

let appended: NewRecord[];
let refuse: (records: readonly NewRecord[]) => void;
let counts: ConsumerCounts;
let heartbeats: number;
let closing: AbortController;

beforeEach(() => {
  appended = [];
  refuse = () => undefined;
  counts = new ConsumerCounts();
  heartbeats = 0;
  closing = new AbortController();
});

const log = {
  append: async (records: readonly NewRecord[]) => {
    refuse(records);
    appended.push(...records);
    return [];
  },
};

function processor(handle: EventHandler<NumberState>, withLetters = true): BatchProcessor {
  return new BatchProcessor({
    subscription: subscribe(event, handle),
    deadLetters: withLetters ? new DeadLetters(log, 'group', new ManualClock()) : undefined,
    policy: { pauses: [1, 1], away: { first: 1, longest: 2 } },
    isUnavailable: isUnavailableError,
    observer: counts,
    logger: silentMessagingLogger,
    clock: new ManualClock(),
  });
}

function number(value: number): NewRecord {
  return encode(event, { id: String(value), revision: 1, number: value }, sender);
}

async function heartbeat(): Promise<void> {
  heartbeats++;
}

function batchOf(records: readonly NewRecord[], isStale = () => false): Batch {
  const stored = records.map((record, offset): LogRecord => ({
    ...record,
    partition: 1,
    offset,
    timestamp: 0,
  }));
  return { topic: 'numbers.v1', partition: 1, records: stored, high: records.length, heartbeat, isStale };
}

function run(handle: EventHandler<NumberState>, batch: Batch, withLetters = true) {
  const { signal } = closing;
  const meanwhile = { heartbeat: () => batch.heartbeat(), isStale: () => batch.isStale(), signal };
  return processor(handle, withLetters).process(batch, { meanwhile, signal, metadata: '' });
}

it('hands the batch over as one and answers what the handler wants kept', async () => {
  const sizes: number[] = [];
  const handled = await run(
    async ({ records }) => {
      sizes.push(records.length);
      return { metadata: 'kept' };
    },
    batchOf([number(1), number(2)]),
  );
  expect(sizes).toEqual([2]);
  expect(handled).toEqual({ metadata: 'kept' });
});

it('tries again what fails once, and sets nothing aside', async () => {
  let tries = 0;
  await run(
    async () => {
      if (++tries < 3) throw new TypeError('flaky');
    },
    batchOf([number(1), number(2)]),
  );
  expect(tries).toBe(3);
  expect(appended).toEqual([]);
});

it('finds the one record that is to blame', async () => {
  const handled: number[] = [];
  await run(
    async ({ records }) => {
      if (records.some(({ data }) => data?.number === 2)) throw new RangeError('two is too much');
      handled.push(...records.map(({ data }) => data?.number ?? 0));
    },
    batchOf([number(1), number(2), number(3)]),
  );
  expect(handled).toEqual([1, 3]);
  expect(appended).toHaveLength(1);
  expect(appended[0]).toMatchObject({
    topic: 'group.dead-letter',
    key: '2',
    headers: {
      ce_type: event.type,
      dl_topic: 'numbers.v1',
      dl_partition: '1',
      dl_offset: '1',
      dl_error: 'RangeError',
      dl_reason: 'handler: two is too much',
      dl_attempts: '5',
      dl_first_at: '2026-01-05T09:00:00.000Z',
      dl_last_at: '2026-01-05T09:00:00.000Z',
    },
  });
});

it('sets aside at once what cannot be read, and never asks the handler', async () => {
  let asked = 0;
  await run(async () => void asked++, batchOf([{ ...number(1), value: Buffer.from('{') }]));
  expect(asked).toBe(0);
  expect(appended[0]?.headers).toMatchObject({ dl_error: 'DecodeFailure', dl_attempts: '1' });
  expect(counts.all()).toMatchObject([
    { what: 'deadLettered', topic: 'numbers.v1', reason: 'not-json', count: 1 },
  ]);
});

it('gives a record without a key one of its own, as compacted topics need it', async () => {
  await run(async () => undefined, batchOf([{ ...number(1), key: null }]));
  expect(appended[0]).toMatchObject({ key: 'numbers.v1/1/0', headers: { dl_key: 'null' } });
});

it('waits for a dependency however long it takes, with heartbeats', async () => {
  let tries = 0;
  await run(
    async () => {
      if (++tries < 30) throw new UnavailableError('away');
    },
    batchOf([number(1)]),
  );
  expect(tries).toBe(30);
  expect(heartbeats).toBeGreaterThanOrEqual(29);
  expect(appended).toEqual([]);
});

it('waits when the dead letters themselves cannot be written', async () => {
  let tries = 0;
  refuse = () => {
    if (++tries < 5) throw new UnavailableError('the log is away');
  };
  await run(async () => undefined, batchOf([{ ...number(1), headers: {} }]));
  expect(appended).toHaveLength(1);
});

it('leaves out the value of a letter that has become too large', async () => {
  refuse = ([letter]) => {
    if (letter?.value && letter.value.length > 0) throw new RecordTooLargeError('too large');
  };
  await run(() => Promise.reject(new Error('no')), batchOf([number(1)]));
  expect(appended[0]).toMatchObject({
    key: '1',
    value: Buffer.alloc(0),
    headers: { dl_value: expect.stringContaining('too large') },
  });
});

it('gives up as soon as the partition is somebody else’s', async () => {
  let stale = false;
  const working = run(
    async () => {
      stale = true;
      throw new Error('fails');
    },
    batchOf([number(1)], () => stale),
  );
  await expect(working).rejects.toThrow(GivenUp);
  expect(appended).toEqual([]);
});

it('stops waiting when the consumer closes', async () => {
  const working = run(
    async () => {
      closing.abort();
      throw new UnavailableError('away');
    },
    batchOf([number(1)]),
  );
  await expect(working).rejects.toThrow(GivenUp);
});

it('writes a tombstone to the dead letters after what the batch itself put there', async () => {
  await run(
    async ({ records }) => {
      if (records.some(({ data }) => data !== null)) throw new Error('never works');
    },
    batchOf([number(1), encodeTombstone(event, '1', 2, sender)]),
  );
  expect(appended.map(({ key, value }) => [key, value === null])).toEqual([
    ['1', false],
    ['1', true],
  ]);
});

it('passes by, loudly, where there are no dead letters', async () => {
  const handled: number[] = [];
  await run(
    async ({ records }) => void handled.push(...records.map(({ data }) => data?.number ?? 0)),
    batchOf([{ ...number(1), headers: {} }, number(2)]),
    false,
  );
  expect(handled).toEqual([2]);
  expect(counts.all()).toContainEqual({
    what: 'skipped',
    topic: 'numbers.v1',
    reason: 'no-headers',
    count: 1,
  });
});
