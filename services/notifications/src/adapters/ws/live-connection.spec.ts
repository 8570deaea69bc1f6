import { jest } from '@jest/globals';
import { LiveBench, anAlert } from '../../testing/live-bench.js';
import type { FakeWebSocket } from '../../testing/fake-web-socket.js';

let bench: LiveBench;
beforeEach(() => {
  jest.useFakeTimers();
  bench = new LiveBench();
});
afterEach(() => jest.useRealTimers());

const settled = () => jest.advanceTimersByTimeAsync(0);
const kinds = ({ sent }: FakeWebSocket) => sent.map(({ type }) => type);
const positions = ({ sent }: FakeWebSocket) =>
  sent.flatMap((message) => (message.type === 'alert' ? [message.position] : []));

async function greeted(hello: object = {}, caller: object = {}): Promise<FakeWebSocket> {
  const client = bench.connect();
  client.says({ type: 'hello', ticket: bench.issue('t', caller), ...hello });
  await settled();
  return client;
}

describe('hello', () => {
  it('without a position is answered with the newest one, and nothing is replayed', async () => {
    bench.inbox = [anAlert(3), anAlert(7)];
    const client = await greeted();
    expect(client.sent).toEqual([{ type: 'ready', recovered: false, epoch: 'log-1', position: 7 }]);
  });

  it('with a position is followed by everything from it on', async () => {
    bench.inbox = [anAlert(3), anAlert(7), anAlert(9)];
    const client = await greeted({ epoch: 'log-1', position: 7 });
    expect(client.sent[0]).toMatchObject({ type: 'ready', recovered: true, position: 9 });
    expect(positions(client)).toEqual([7, 9]);
  });

  it('of another log recovers nothing', async () => {
    bench.inbox = [anAlert(3)];
    const client = await greeted({ epoch: 'log-0', position: 1 });
    expect(client.sent).toEqual([{ type: 'ready', recovered: false, epoch: 'log-1', position: 3 }]);
  });

  it('from before what is kept recovers nothing', async () => {
    [bench.inbox, bench.firstKept] = [[anAlert(7), anAlert(9)], 8];
    const client = await greeted({ epoch: 'log-1', position: 7 });
    expect(client.sent).toEqual([{ type: 'ready', recovered: false, epoch: 'log-1', position: 9 }]);
  });

  it('after too much was missed recovers nothing', async () => {
    bench.inbox = Array.from({ length: 1001 }, (_, n) => anAlert(n));
    const client = await greeted({ epoch: 'log-1', position: 0 });
    expect(client.sent).toMatchObject([{ type: 'ready', recovered: false, position: 1000 }]);
  });

  it.each([
    ['no JSON', 'hello'],
    ['nothing', ''],
    ['another message first', { type: 'renew', ticket: 't' }],
    ['a negative position', { type: 'hello', ticket: 't', position: -1 }],
    ['an unknown field', { type: 'hello', ticket: 't', admin: true }],
  ])('that is %s closes for good', async (_, message) => {
    bench.issue('t');
    const client = bench.connect();
    client.says(message);
    await settled();
    expect(client.code).toBe(3500);
    expect(bench.tickets.has('t')).toBe(true);
  });

  it('that comes too late closes for good', async () => {
    const client = bench.connect();
    await jest.advanceTimersByTimeAsync(9999);
    expect(client.code).toBeUndefined();
    await jest.advanceTimersByTimeAsync(1);
    expect(client.code).toBe(3500);
  });

  it('with a ticket that is unknown or used closes for good', async () => {
    await greeted();
    const second = bench.connect();
    second.says({ type: 'hello', ticket: 't' });
    await settled();
    expect(second.code).toBe(3501);
  });

  it('twice at once serves nobody two people on one socket', async () => {
    const client = bench.connect();
    client.says({ type: 'hello', ticket: bench.issue('a', { owner: 'alice' }) });
    client.says({ type: 'hello', ticket: bench.issue('b', { owner: 'bob' }) });
    await settled();
    expect(client.code).toBe(3502);
    for (const owner of ['alice', 'bob']) expect(bench.registry.ofOwner(owner).size).toBe(0);
  });

  it('of somebody who leaves meanwhile leaves nobody behind, and no timer', async () => {
    const client = bench.connect();
    client.says({ type: 'hello', ticket: bench.issue('t') });
    client.leave();
    await settled();
    expect(bench.registry.ofOwner('owner-1').size).toBe(0);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('of one person too many closes until another leaves', async () => {
    const clients: FakeWebSocket[] = [];
    for (let n = 0; n < 50; n++) clients.push(await greeted());
    expect((await greeted()).code).toBe(3004);
    clients[0]?.leave();
    expect((await greeted()).code).toBeUndefined();
  });

  it('ends with "come back" when the store is away', async () => {
    const client = bench.connect();
    const ticket = bench.issue('t');
    bench.tickets.get = () => {
      throw new Error('the store is away');
    };
    client.says({ type: 'hello', ticket });
    await settled();
    expect(client.code).toBe(3000);
  });
});

describe('then', () => {
  it('alerts come as they are told, to their person only', async () => {
    const client = await greeted();
    bench.deliver({ alerts: [anAlert(1)] });
    bench.deliver({ owner: 'owner-2', alerts: [anAlert(2)] });
    expect(positions(client)).toEqual([1]);
  });

  it('hints come to employers, without positions or wishes', async () => {
    const client = await greeted({}, { role: 'employer', employerId: 'acme' });
    expect(client.sent).toEqual([{ type: 'ready', recovered: false, epoch: 'log-1', position: 0 }]);
    const { score, reasons } = anAlert(1);
    const candidate = { pseudonym: 'p', score, reasons, personScore: 1, personReasons: [], at: '' };
    for (const connection of bench.registry.ofEmployer('acme'))
      connection.hint({ employerId: 'acme', vacancyId: 'v', state: 'found', candidate });
    const shown = { pseudonym: 'p', score, reasons };
    expect(client.sent.at(-1)).toEqual({
      type: 'candidate',
      vacancyId: 'v',
      state: 'found',
      candidate: shown,
    });
  });

  it('an idle socket is compared with the inbox, and gets what no hint told of', async () => {
    const client = await greeted();
    bench.inbox = [anAlert(4)];
    await jest.advanceTimersByTimeAsync(40_000);
    expect(positions(client)).toEqual([4]);
  });

  it('a second hello or nonsense closes for good', async () => {
    for (const message of [{ type: 'hello', ticket: 't' }, 'nonsense', { type: 'alert' }]) {
      const client = await greeted();
      client.says(message);
      expect(client.code).toBe(3502);
    }
  });

  it('a flood of messages closes', async () => {
    const client = await greeted();
    for (let n = 0; n < 100; n++) client.says({ type: 'renew', ticket: bench.issue(`t${n}`) });
    expect(client.code).toBe(3502);
  });

  it('a client too slow is sent away to come back', async () => {
    const client = await greeted();
    client.bufferedAmount = 1_048_577;
    bench.deliver({ alerts: [anAlert(1)] });
    expect(client.code).toBe(3001);
  });

  it('a silent client is sent away to come back', async () => {
    const client = await greeted();
    client.silent = true;
    await jest.advanceTimersByTimeAsync(25_000);
    expect(client.pings).toBe(1);
    await jest.advanceTimersByTimeAsync(8000);
    expect(client.code).toBe(3002);
  });

  it('nothing is left when the client goes', async () => {
    const client = await greeted();
    client.leave();
    expect(bench.registry.ofOwner('owner-1').size).toBe(0);
    expect(jest.getTimerCount()).toBe(0);
  });
});

const inTwoMinutes = () => ({ expiresAt: bench.clock.now().getTime() / 1000 + 120 });

async function pass(milliseconds: number): Promise<void> {
  await jest.advanceTimersByTimeAsync(milliseconds);
  bench.clock.advance(milliseconds);
}

describe('the sign-in', () => {
  it('is asked to be renewed a minute before it ends, and ends the connection otherwise', async () => {
    const client = await greeted({}, inTwoMinutes());
    await pass(60_000);
    expect(client.sent.at(-1)).toEqual({ type: 'renew', before: '2026-01-05T09:02:00.000Z' });
    await pass(60_000);
    expect(client.code).toBe(3003);
  });

  it('goes on with a fresh ticket of the same person', async () => {
    const client = await greeted({}, inTwoMinutes());
    await pass(60_000);
    client.says({ type: 'renew', ticket: bench.issue('fresh', inTwoMinutes()) });
    await pass(60_000);
    expect(client.code).toBeUndefined();
    expect(kinds(client).filter((kind) => kind === 'renew')).toHaveLength(2);
  });

  it('does not go on with a ticket of somebody else, or an unknown one', async () => {
    for (const ticket of [bench.issue('theirs', { owner: 'owner-2' }), 'unknown']) {
      const client = await greeted();
      client.says({ type: 'renew', ticket });
      await settled();
      expect(client.code).toBe(3501);
    }
  });

  it('that is over already opens nothing', async () => {
    const client = await greeted({}, { expiresAt: 0 });
    expect(client.code).toBe(3003);
    expect(client.sent).toEqual([]);
  });
});
