import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { eventually } from '@jobwire/testing';
import { openDoor, type Door } from './door.js';
import { ownerElsewhere } from './owner-elsewhere.js';

let service: Server;
let heard: IncomingHttpHeaders[];
let sockets: Socket[];
let door: Door;
let address: string;

beforeEach(async () => {
  heard = [];
  sockets = [];
  service = createServer((request, response) => {
    heard.push(request.headers);
    response.end(request.url === '/health/ready' ? '{"name":"profiles","ok":true}\n' : 'here');
  });
  service.on('upgrade', (_request, socket: Socket) => {
    sockets.push(socket);
    socket.on('error', () => socket.destroy());
    socket.resume().on('end', () => socket.destroy());
    socket.write(
      'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\nhello',
    );
  });
  service.listen(0, '127.0.0.1');
  await once(service, 'listening');
  address = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  const owner = ownerElsewhere('profiles', [address]);
  door = await openDoor(
    { host: '127.0.0.1', port: 0 },
    {
      request: (request, response) => owner.handle(request, response),
      upgrade: (request, socket, head) => void owner.upgrade(request, socket, head),
      failed: () => undefined,
    },
  );
});
afterEach(async () => {
  await door.close();
  for (const socket of sockets) socket.destroy();
  service.closeAllConnections();
  service.close();
});

it('hands on the request with its host, and says who asked', async () => {
  const answer = await fetch(`${door.url}/api/v1/profile`, {
    headers: { origin: 'http://elsewhere.example' },
  });
  expect(await answer.text()).toBe('here');
  expect(heard[0]).toMatchObject({
    host: new URL(door.url).host,
    origin: 'http://elsewhere.example',
    'x-forwarded-for': '127.0.0.1',
    'x-forwarded-proto': 'http',
  });
});

it('answers 503 with a problem while the service is away', async () => {
  service.closeAllConnections();
  await new Promise((resolve) => service.close(resolve));
  const answer = await fetch(`${door.url}/api/v1/profile`);
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await answer.json()).toMatchObject({ code: 'UNAVAILABLE' });
  expect(await ownerElsewhere('profiles', [address]).health('readiness')).toEqual([
    { name: 'profiles', ok: false, detail: 'does not answer' },
  ]);
});

it('passes on the lines of its health', async () => {
  expect(await ownerElsewhere('profiles', [address]).health('readiness')).toEqual([
    { name: 'profiles', ok: true },
  ]);
});

it('lives on when a client resets its websocket, and ends the other side', async () => {
  const client = await opened();
  client.resetAndDestroy();
  await eventually(() => expect(sockets[0]?.destroyed).toBe(true));
  expect(await (await fetch(door.url)).text()).toBe('here');
});

it('ends the client when the service resets the websocket', async () => {
  const client = await opened();
  const closed = once(client, 'close');
  sockets[0]?.resetAndDestroy();
  await closed;
  expect(await (await fetch(door.url)).text()).toBe('here');
});

async function opened(): Promise<Socket> {
  const { port } = new URL(door.url);
  const client = connect(Number(port), '127.0.0.1');
  client.on('error', () => undefined);
  client.write('GET /live HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
  await eventually(() => expect(client.read()?.toString()).toContain('hello'));
  return client;
}
