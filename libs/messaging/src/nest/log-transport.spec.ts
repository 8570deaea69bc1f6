import { Controller } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { deadLetterOf, logIdentity, topics } from '@jobwire/contracts';
import { eventually } from '@jobwire/testing';
import type { EventBatch } from '../consumer/event-batch.js';
import { UnavailableError } from '../event-log.js';
import { EventPublisher } from '../event-publisher.js';
import { openSqliteLog } from '../sqlite/open-sqlite-log.js';
import { FollowEvents, OnEvents } from './log-handlers.decorator.js';
import { LogTransport } from './log-transport.js';
import { RethrowFilter } from './rethrow.filter.js';

const retry = { pauses: [1], away: { first: 1, longest: 2 } };
const seen: string[] = [];
const followed: string[] = [];
let failWith: Error | undefined;

@Controller()
class Handlers {
  @OnEvents(logIdentity)
  async handle(batch: EventBatch<{ id: string }>): Promise<{ metadata: string }> {
    if (failWith) throw failWith;
    seen.push(...batch.records.map(({ data }) => data?.id ?? ''));
    return { metadata: 'kept' };
  }

  @FollowEvents(logIdentity, { from: 'latest' })
  async watch(batch: EventBatch<{ id: string }>): Promise<void> {
    followed.push(...batch.records.map(({ data }) => data?.id ?? ''));
  }
}

@Controller()
class MoreHandlers {
  @OnEvents(logIdentity)
  async handleToo(): Promise<void> {
    seen.push('too');
  }
}

const handlersModule = { module: Handlers, controllers: [Handlers] };

async function startApp() {
  const log = openSqliteLog({ file: ':memory:', partitions: 2 });
  const transport = new LogTransport({ log, group: 'service', retry });
  const app = await NestFactory.createMicroservice(handlersModule, { strategy: transport, logger: false });
  app.useGlobalFilters(new RethrowFilter());
  await app.listen();
  return { app, log, transport, publisher: new EventPublisher(log, 'test') };
}

let running: Awaited<ReturnType<typeof startApp>>;

beforeEach(async () => {
  seen.length = 0;
  followed.length = 0;
  failWith = undefined;
  running = await startApp();
});

afterEach(async () => {
  await running.app.close();
  await running.log.close();
});

it('hands events to the method of the group and to the follower, and commits what the method wants kept', async () => {
  await running.publisher.publish(logIdentity, { id: 'one' });
  await eventually(() => expect(seen).toContain('one'));
  await eventually(() => expect(followed).toEqual(['one']));
  await eventually(async () => {
    const committed = await running.log.committed('service', topics.log.name);
    expect(committed.get(0)?.metadata).toBe('kept');
  });
});

it('tells a dependency that is away from a record that is to blame', async () => {
  failWith = new UnavailableError('the store is away');
  await running.publisher.publish(logIdentity, { id: 'waits' });
  await eventually(() => expect(total('waiting')).toBeGreaterThan(3));
  expect(total('deadLettered')).toBe(0);
  failWith = new TypeError('a defect');
  await eventually(() => expect(total('deadLettered')).toBeGreaterThan(0));
  const [letter] = await letters();
  expect(letter?.headers['dl_error']).toBe('TypeError');
});

it('is well as long as it makes progress', async () => {
  await running.publisher.publish(logIdentity, { id: 'one' });
  await eventually(() => expect(seen).toContain('one'));
  await eventually(() => expect(running.transport.progress().map(({ lag }) => lag)).toEqual([0, 0]));
  expect(running.transport.health()).toEqual({ ok: true });
});

it('is not well when the log ends under it, or before it has joined', async () => {
  await running.log.close();
  await eventually(() => expect(running.transport.health().ok).toBe(false));
  expect(new LogTransport({ log: running.log, group: 'service' }).health().ok).toBe(false);
});

it('refuses two methods for one event, and starts nothing', async () => {
  const twice = { module: Handlers, controllers: [Handlers, MoreHandlers] };
  const strategy = new LogTransport({ log: running.log, group: 'twice', retry });
  const app = await NestFactory.createMicroservice(twice, { strategy, logger: false });
  await expect(app.listen()).rejects.toThrow(/Two methods handle jobwire.log.identity.v1/);
  await app.close();
});

function total(what: string): number {
  return running.transport
    .totals()
    .filter((count) => count.what === what)
    .reduce((sum, { count }) => sum + count, 0);
}

async function letters() {
  const found: { headers: Readonly<Record<string, string>> }[] = [];
  const follower = await running.log.follow({
    topics: [deadLetterOf('service').name],
    from: 'earliest',
    batch: async ({ records }) => void found.push(...records),
  });
  await eventually(() => expect(found.length).toBeGreaterThan(0));
  await follower.close();
  return found;
}
