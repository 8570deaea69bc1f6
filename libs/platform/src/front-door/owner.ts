import type { ServiceName } from '@jobwire/contracts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { DependencyHealth } from '../health/health.js';

export type HealthKind = 'readiness' | 'liveness';

/** A service as the front door sees it: in this process, or in others behind an address. */
export interface Owner {
  readonly name: ServiceName;
  /** Answers a request that the route table sends here. */
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Takes a websocket upgrade; false when it takes none. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** A line for itself and one for each of its dependencies. */
  health(kind: HealthKind): Promise<readonly DependencyHealth[]>;
}
