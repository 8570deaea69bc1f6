import { FRAME_LIMIT, LIVE_PATH } from '@jobwire/contracts';
import { eventually } from '@jobwire/testing';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { WebSocket } from 'ws';
import type { Api } from '../support/api.js';
import { withJobwire } from '../support/house.js';
import { LiveClient } from '../support/live-client.js';
import { aCraft, aNurse, aVacancy } from '../support/samples.js';

const jobwire = withJobwire();
const jobseeker = () => jobwire.house.callers.jobseeker(randomUUID());
const ticketOf = async (api: Api): Promise<string> => (await api.post('/api/v1/live/tickets')).body.ticket;

async function closedAfter(api: Api, ...frames: (string | Buffer)[]): Promise<number | undefined> {
  const client = await LiveClient.open(api);
  for (const frame of frames) client.socket.send(frame);
  await eventually(() => expect(client.closed).toBeDefined());
  return client.closed?.code;
}

it.each([
  ['a frame that is not JSON', 'hello?', 3500],
  ['an unknown message', '{"type":"greetings"}', 3500],
  ['an unknown field', '{"type":"hello","ticket":"x","colour":"red"}', 3500],
  ['an unknown ticket', '{"type":"hello","ticket":"nobody-gave-me-this"}', 3501],
  ['a frame that is too large', 'x'.repeat(FRAME_LIMIT + 1), 1009],
  ['a binary frame', Buffer.from([1, 2, 3]), 3502],
])('%s closes the connection with a code that says so', async (_, frame, code) => {
  expect(await closedAfter(await jobseeker(), frame)).toBe(code);
});

it('a ticket works once', async () => {
  const api = await jobseeker();
  const hello = JSON.stringify({ type: 'hello', ticket: await ticketOf(api) });
  const first = await LiveClient.open(api);
  first.socket.send(hello);
  await eventually(() => expect(first.messages[0]?.type).toBe('ready'));
  expect(await closedAfter(api, hello)).toBe(3501);
  expect(first.closed).toBeUndefined();
  first.close();
});

it('a frame that makes no sense after hello closes, and the inbox is unharmed', async () => {
  const api = await jobseeker();
  const client = await LiveClient.hello(api);
  client.socket.send('{"type":"hello","ticket":"again"}');
  await eventually(() => expect(client.closed?.code).toBe(3502));
  expect((await api.get('/api/v1/alerts')).status).toBe(200);
});

it('a page of another origin is refused, our own and programs are let in', async () => {
  const { url } = jobwire.house.process;
  const address = new URL(LIVE_PATH, url.replace(/^http/, 'ws'));
  const answer = async (origin: string | undefined): Promise<string> => {
    const socket = new WebSocket(address, origin === undefined ? {} : { origin });
    const { promise, resolve } = Promise.withResolvers<string>();
    socket.on('open', () => resolve('open'));
    socket.on('error', (error) => resolve(error.message));
    const outcome = await promise;
    socket.terminate();
    return outcome;
  };
  expect(await answer('https://evil.example')).toContain('403');
  expect(await answer('null')).toContain('403');
  expect(await answer(url)).toBe('open');
  expect(await answer(undefined)).toBe('open');
});

it('with no profile the inbox is empty at position 0, and an open socket hears of the first profile', async () => {
  const api = await jobseeker();
  const client = await LiveClient.hello(api);
  expect(client.messages[0]).toMatchObject({ type: 'ready', position: 0 });
  expect((await api.get('/api/v1/alerts')).body).toMatchObject({ unread: 0, items: [] });
  const employer = await jobwire.house.callers.employer(randomUUID());
  const title = `Nurse ${randomUUID()}`;
  await employer.post('/api/v1/vacancies', aVacancy({ title }));
  await api.put('/api/v1/profile', aNurse());
  await eventually(() => expect(client.alerts().map(({ alert }) => alert.vacancy.title)).toContain(title));
  client.close();
});

it('a client that does not read is closed, others go on', async () => {
  const api = await jobseeker();
  const employer = await jobwire.house.callers.employer(randomUUID());
  const craft = aCraft();
  const slow = await LiveClient.hello(api);
  const other = await LiveClient.hello(api);
  await api.put('/api/v1/profile', craft.person());
  slow.socket.pause();
  const items = Array.from({ length: 300 }, () => craft.vacancy());
  await employer.post('/api/v1/vacancies/batch', { items });
  await eventually(() => expect(other.alerts().length).toBe(300), { timeoutMs: 20_000 });
  const open = async (): Promise<number> =>
    Number(
      /^ws_connections(?:\{.*\})? (\d+)/m.exec(
        (await jobwire.house.callers.nobody().get<string>('/metrics')).body,
      )?.[1],
    );
  // It answers no ping: 25 s until one is sent, 8 s of patience.
  await eventually(async () => expect(await open()).toBe(1), { timeoutMs: 45_000 });
  expect(other.closed).toBeUndefined();
}, 80_000);

it('alerts are marked as seen, dismissed ones leave, pages miss nothing', async () => {
  const api = await jobseeker();
  const employer = await jobwire.house.callers.employer(randomUUID());
  const craft = aCraft();
  await api.put('/api/v1/profile', craft.person());
  const items = Array.from({ length: 30 }, () => craft.vacancy());
  await employer.post('/api/v1/vacancies/batch', { items });
  await eventually(async () => expect((await api.get('/api/v1/alerts')).body.unread).toBe(30));
  const { body: first } = await api.get('/api/v1/alerts?limit=1');
  const [item] = first.items;
  expect((await api.post(`/api/v1/alerts/${item.id}/seen`)).status).toBe(204);
  expect((await api.get(`/api/v1/alerts/${item.id}`)).body.seen).toBe(true);
  expect((await api.get('/api/v1/alerts')).body.unread).toBe(first.unread - 1);
  expect((await api.post(`/api/v1/alerts/${item.id}/dismiss`, {})).status).toBe(204);
  expect((await api.get(`/api/v1/alerts/${item.id}`)).status).toBe(404);
  expect((await api.post('/api/v1/alerts/seen')).status).toBe(204);
  expect((await api.get('/api/v1/alerts')).body.unread).toBe(0);
  for (const start of ['limit=7', 'limit=7&after=0']) {
    const seen: { position: number; id: string }[] = [];
    for (let query = start; ;) {
      const { body } = await api.get(`/api/v1/alerts?${query}`);
      seen.push(...body.items);
      if (body.next === undefined) break;
      query = `limit=7&after=${body.next}`;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(seen.length).toBe((await api.get('/api/v1/alerts?limit=200')).body.items.length);
  }
});

const handshake = (path: string): string =>
  `GET ${path} HTTP/1.1\r\nHost: x\r\nOrigin: https://evil.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
  'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';

it('a peer that resets while it is refused harms nobody', async () => {
  const { hostname, port } = new URL(jobwire.house.process.url);
  for (const path of ['/live', '/elsewhere', '/live', '/elsewhere']) {
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write(handshake(path));
    socket.resetAndDestroy();
  }
  await eventually(async () =>
    expect((await fetch(`${jobwire.house.process.url}/health/ready`)).status).toBe(200),
  );
});
