import type { ServiceName } from '@jobwire/contracts';
import { createProxyServer } from 'http-proxy-3';
import { Agent, ServerResponse, type IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { DependencyHealth } from '../health/health.js';
import type { Owner } from './owner.js';
import { AWAY, refuse } from './refusals.js';

const HEALTH_PATIENCE_MS = 2_000;
/** A request may wait for a store that is coming back; a peer that says nothing at all is given up. */
const ANSWER_PATIENCE_MS = 30_000;

/** A service in processes of its own, in turn where there are several; the same request headers reach it. */
export function ownerElsewhere(name: ServiceName, addresses: readonly string[]): Owner {
  const agent = new Agent({ keepAlive: true });
  const proxy = createProxyServer({ xfwd: true, agent, proxyTimeout: ANSWER_PATIENCE_MS });
  // A client that resets its connection is told of here, whoever gave a callback; unheard, it would end the process.
  proxy.on('error', (_error, _request, peer) => void peer?.destroy());
  let turn = 0;
  const next = (): string => addresses[turn++ % addresses.length] ?? '';
  return {
    name,
    handle: (request, response) =>
      proxy.web(request, response, { target: next() }, () => sayAway(request, response)),
    upgrade: (request, socket, head) => {
      // An agent that keeps connections has no place for one that becomes something else.
      proxy.ws(request, socket, head, { target: next(), agent: undefined }, () => socket.destroy());
      return true;
    },
    health: async (kind) => {
      const path = kind === 'readiness' ? '/health/ready' : '/health/live';
      return (await Promise.all(addresses.map((address) => ask(name, address, path)))).flat();
    },
  };
}

function sayAway(request: IncomingMessage, response: ServerResponse | Duplex): void {
  if (response instanceof ServerResponse && !response.headersSent) refuse(request, response, AWAY);
  else response.destroy();
}

async function ask(name: ServiceName, address: string, path: string): Promise<readonly DependencyHealth[]> {
  try {
    const answer = await fetch(new URL(path, address), { signal: AbortSignal.timeout(HEALTH_PATIENCE_MS) });
    const lines = (await answer.text()).trim().split('\n');
    return lines.map((line) => JSON.parse(line) as DependencyHealth);
  } catch {
    return [{ name, ok: false, detail: 'does not answer' }];
  }
}
