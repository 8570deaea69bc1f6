import type { IncomingMessage, ServerResponse } from 'node:http';
import { openDoor, type Door, type DoorPlace } from '../front-door/door.js';
import { ownerHere } from '../front-door/owner-here.js';
import type { HealthKind } from '../front-door/owner.js';
import { AWAY, refuse } from '../front-door/refusals.js';
import { healthAnswer, healthLines } from '../health/health.js';
import type { ServiceContext } from '../service/service-context.js';
import type { RunningService } from '../service/start-service.js';

/** The door of a single service: health and metrics from its first moment, all else once it has started. */
export function openServiceDoor(
  place: DoorPlace,
  name: string,
  context: ServiceContext,
  started: () => RunningService | undefined,
): Promise<Door> {
  return openDoor(place, {
    request: (request, response) => answer(name, context, started(), request, response),
    upgrade: (request, socket, head) => {
      const service = started();
      if (service === undefined || !ownerHere(service).upgrade(request, socket, head)) socket.destroy();
    },
    failed: (error) => context.logger.error({ err: error }, 'an answer failed'),
  });
}

async function answer(
  name: string,
  context: ServiceContext,
  service: RunningService | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path] = (request.url ?? '/').split('?');
  if (path === '/health/live') return tellHealth(name, context, 'liveness', response);
  if (path === '/health/ready') return tellHealth(name, context, 'readiness', response);
  if (path === '/metrics') return tellMetrics(context, request, response);
  if (service === undefined) refuse(request, response, AWAY);
  else service.handle(request, response);
}

async function tellHealth(
  name: string,
  { health }: ServiceContext,
  kind: HealthKind,
  response: ServerResponse,
): Promise<void> {
  const { status, body } = healthAnswer(await healthLines(name, health, kind));
  response.writeHead(status, { 'Content-Type': 'application/x-ndjson' }).end(body);
}

/** As text for Prometheus; as JSON for the front door, which puts those of all processes together. */
async function tellMetrics(
  { metrics: { registry } }: ServiceContext,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.headers.accept === 'application/json') {
    const body = JSON.stringify(await registry.getMetricsAsJSON());
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(body);
    return;
  }
  response.writeHead(200, { 'Content-Type': registry.contentType }).end(await registry.metrics());
}
