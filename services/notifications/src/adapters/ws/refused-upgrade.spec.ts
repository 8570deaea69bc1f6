import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { Metrics, type ServiceContext } from '@jobwire/platform';
import { eventually } from '@jobwire/testing';
import { Bench } from '../../testing/bench.js';
import { LiveMetrics } from './live-metrics.js';
import { LiveServer } from './live-server.js';

const epoch = async () => 'log-1';
let server: Server;
let refused: number;
beforeEach(async () => {
  const bench = new Bench();
  const context = { allowedOrigins: [] } as unknown as ServiceContext;
  const { tickets, inbox, reading, clock } = bench;
  const metrics = new LiveMetrics(new Metrics(), clock);
  const live = new LiveServer(tickets, inbox, reading, epoch, clock, context, metrics);
  refused = 0;
  server = createServer();
  server.on('upgrade', (request, socket, head: Buffer) => {
    live.upgrade(request, socket, head);
    socket.once('close', () => refused++);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => server.close());

async function knock() {
  const { port } = server.address() as AddressInfo;
  const client = connect(port, '127.0.0.1');
  await once(client, 'connect');
  const lines = ['GET /live HTTP/1.1', 'Host: jobwire.example', 'Origin: https://evil.example'];
  client.write([...lines, 'Connection: Upgrade', 'Upgrade: websocket', '', ''].join('\r\n'));
  return client;
}

it('a page of another site is refused', async () => {
  const client = await knock();
  const [answer] = (await once(client, 'data')) as [Buffer];
  expect(answer.toString()).toMatch(/^HTTP\/1\.1 403 /);
  client.destroy();
});

it('a peer that resets the connection when it is refused ends nothing but itself', async () => {
  const client = await knock();
  await once(client, 'data');
  client.resetAndDestroy();
  await eventually(() => expect(refused).toBe(1));
});
