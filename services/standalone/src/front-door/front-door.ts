import { allCalls, LIVE_PATH, type ServiceName } from '@jobwire/contracts';
import {
  RouteTable,
  correlationIdFrom,
  problemOf,
  publicKeys,
  type Logger,
  type Metrics,
  type ProblemSource,
  type RunningService,
} from '@jobwire/platform';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Config } from '../config.js';
import type { DataFolder } from '../runtime/data-folder.js';
import { wholeHealth } from './whole-health.js';

export interface FrontDoor {
  readonly url: string;
  /** Takes nobody new, lets answers finish. */
  close(): Promise<void>;
}

interface House {
  readonly config: Config;
  readonly folder: DataFolder;
  readonly metrics: Metrics;
  readonly logger: Logger;
}

type Reply = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** One origin for everything: each request goes to the service that the route table names, the rest to the pages. */
export async function openFrontDoor(running: readonly RunningService[], house: House): Promise<FrontDoor> {
  const byName = new Map(running.map((service) => [service.name, service]));
  const route = router(byName, house);
  const server = createServer((request, response) => {
    Promise.resolve(route(request, response)).catch((error: unknown) => {
      house.logger.error({ err: error }, 'the front door failed');
      response.destroy();
    });
  });
  server.on('upgrade', (request, socket: Duplex, head: Buffer) => upgrade(byName, request, socket, head));
  await listen(server, house.config);
  const { address, port } = server.address() as AddressInfo;
  const host = address.includes(':') ? `[${address}]` : address;
  return { url: `http://${host}:${port}`, close: () => closeGently(server) };
}

function router(byName: ReadonlyMap<ServiceName, RunningService>, house: House): Reply {
  const table = new RouteTable(allCalls);
  const own = ownPages([...byName.values()], house);
  return (request, response) => {
    const path = pathOf(request);
    const page = own.get(path);
    if (page !== undefined) return page(request, response);
    const routed = table.find(request.method ?? 'GET', path);
    if (routed.kind === 'service') return hand(byName.get(routed.service), request, response);
    if (routed.kind === 'wrong-method') return refuseMethod(request, response, routed.allowed);
    if (path.startsWith('/api/v1')) return refuse(request, response, NOWHERE);
    return hand(byName.get('web'), request, response);
  };
}

const NOWHERE: ProblemSource = {
  status: 404,
  code: 'NOT_FOUND',
  detail: 'There is nothing at this address.',
};
const AWAY: ProblemSource = { status: 503, code: 'UNAVAILABLE', detail: 'This part of the service is away.' };

function ownPages(
  running: readonly RunningService[],
  { folder, metrics }: House,
): ReadonlyMap<string, Reply> {
  const health =
    (kind: 'readiness' | 'liveness'): Reply =>
    async (_, response) => {
      const { status, body } = await wholeHealth(running, kind);
      response.writeHead(status, { 'Content-Type': 'application/x-ndjson' }).end(body);
    };
  return new Map<string, Reply>([
    ['/health/live', health('liveness')],
    ['/health/ready', health('readiness')],
    [
      '/metrics',
      async (_, response) => {
        const text = await metrics.registry.metrics();
        response.writeHead(200, { 'Content-Type': metrics.registry.contentType }).end(text);
      },
    ],
    [
      '/.well-known/jwks.json',
      async (_, response) => {
        const keys = JSON.stringify(await publicKeys(folder.instance));
        response.writeHead(200, { 'Content-Type': 'application/json' }).end(keys);
      },
    ],
  ]);
}

function hand(service: RunningService | undefined, request: IncomingMessage, response: ServerResponse): void {
  if (service === undefined) refuse(request, response, AWAY);
  else service.handle(request, response);
}

function refuseMethod(request: IncomingMessage, response: ServerResponse, allowed: readonly string[]): void {
  response.setHeader('Allow', allowed.join(', '));
  const detail = `Here one can ${allowed.join(' or ')}, not ${request.method ?? 'that'}.`;
  refuse(request, response, { status: 405, code: 'METHOD_NOT_ALLOWED', detail });
}

function refuse(request: IncomingMessage, response: ServerResponse, problem: ProblemSource): void {
  const id = correlationIdFrom(request.headers['x-correlation-id']);
  if (problem.status === 503) response.setHeader('Retry-After', '5');
  response.setHeader('X-Correlation-Id', id);
  response.writeHead(problem.status, { 'Content-Type': 'application/problem+json' });
  response.end(JSON.stringify(problemOf(problem, id)));
}

function upgrade(
  byName: ReadonlyMap<ServiceName, RunningService>,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  // A peer that resets the connection must not end the process.
  socket.on('error', () => socket.destroy());
  const upgrades = pathOf(request) === LIVE_PATH ? byName.get('notifications')?.context.upgrades : undefined;
  if (upgrades !== undefined) return upgrades.upgrade(request, socket, head);
  socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}

function pathOf(request: IncomingMessage): string {
  const [path = '/'] = (request.url ?? '/').split('?');
  return path;
}

function listen(server: Server, { JOBWIRE_HOST, JOBWIRE_PORT }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(explain(error, JOBWIRE_HOST, JOBWIRE_PORT)),
    );
    server.listen(JOBWIRE_PORT, JOBWIRE_HOST, resolve);
  });
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new Error(
      `Port ${port} of ${host} is in use: stop what uses it, or set JOBWIRE_PORT (0 = any free one).`,
    );
  return new Error(
    `Cannot listen on ${host}:${port} (${error.code ?? 'unknown'}): set JOBWIRE_HOST and JOBWIRE_PORT.`,
  );
}

async function closeGently(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const force = setTimeout(() => server.closeAllConnections(), 3000).unref();
  await closed;
  clearTimeout(force);
}
