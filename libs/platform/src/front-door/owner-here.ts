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
    health: async (kind) => {
      const checks = await context.health[kind]();
      const own = { name, ok: checks.every((check) => check.ok) };
      return [own, ...checks.map((check) => ({ ...check, name: `${name}/${check.name}` }))];
    },
  };
}
