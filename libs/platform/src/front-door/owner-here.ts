import { healthLines } from '../health/health.js';
import type { RunningService } from '../service/start-service.js';
import type { Owner } from './owner.js';

/** A service of this process. */
export function ownerHere(service: RunningService): Owner {
  const { name, context } = service;
  return {
    name,
    handle: (request, response) => service.handle(request, response),
    upgrade: (request, socket, head) => {
      context.upgrades?.upgrade(request, socket, head);
      return context.upgrades !== undefined;
    },
    health: (kind) => healthLines(name, context.health, kind),
  };
}
