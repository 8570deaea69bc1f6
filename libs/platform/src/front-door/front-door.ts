import { allCalls, LIVE_PATH, type ServiceName } from '@jobwire/contracts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { publicKeys } from '../auth/tokens.js';
import type { Instance } from '../instance/instance.js';
import type { Logger } from '../logging/logger.js';
import { RouteTable } from '../routing/route-table.js';
import { openDoor, type Door, type DoorPlace } from './door.js';
import type { HealthKind, Owner } from './owner.js';
import { AWAY, NOWHERE, refuse, refuseMethod } from './refusals.js';
import { wholeHealth } from './whole-health.js';

export interface House {
  readonly place: DoorPlace;
  readonly instance: Instance;
  readonly logger: Logger;
  /** What Prometheus reads: the text and its media type. */
  readonly metrics: () => Promise<{ readonly type: string; readonly text: string }>;
}

type Reply = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

/** One origin for everything: each request goes to the service that the route table names, the rest to the pages. */
export function openFrontDoor(owners: readonly Owner[], house: House): Promise<Door> {
  const byName = new Map(owners.map((owner) => [owner.name, owner]));
  return openDoor(house.place, {
    request: router(byName, house),
    upgrade: (request, socket, head) => upgrade(byName, request, socket, head),
    failed: (error) => house.logger.error({ err: error }, 'the front door failed'),
  });
}

function router(byName: ReadonlyMap<ServiceName, Owner>, house: House): Reply {
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

function ownPages(owners: readonly Owner[], { instance, metrics }: House): ReadonlyMap<string, Reply> {
  const health =
    (kind: HealthKind): Reply =>
    async (_, response) => {
      const { status, body } = await wholeHealth(owners, kind);
      response.writeHead(status, { 'Content-Type': 'application/x-ndjson' }).end(body);
    };
  return new Map<string, Reply>([
    ['/health/live', health('liveness')],
    ['/health/ready', health('readiness')],
    [
      '/metrics',
      async (_, response) => {
        const { type, text } = await metrics();
        response.writeHead(200, { 'Content-Type': type }).end(text);
      },
    ],
    [
      '/.well-known/jwks.json',
      async (_, response) => {
        const keys = JSON.stringify(await publicKeys(instance));
        response.writeHead(200, { 'Content-Type': 'application/json' }).end(keys);
      },
    ],
  ]);
}

function hand(owner: Owner | undefined, request: IncomingMessage, response: ServerResponse): void {
  if (owner === undefined) refuse(request, response, AWAY);
  else owner.handle(request, response);
}

function upgrade(
  byName: ReadonlyMap<ServiceName, Owner>,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  const owner = pathOf(request) === LIVE_PATH ? byName.get('notifications') : undefined;
  if (owner?.upgrade(request, socket, head)) return;
  socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}

function pathOf(request: IncomingMessage): string {
  const [path = '/'] = (request.url ?? '/').split('?');
  return path;
}
