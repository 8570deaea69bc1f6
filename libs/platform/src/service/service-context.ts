import type { ServiceName } from '@jobwire/contracts';
import type { Clock } from '@jobwire/kernel';
import type { EventLog } from '@jobwire/messaging';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { TokenVerifier } from '../auth/verifier.js';
import type { Health } from '../health/health.js';
import type { Instance } from '../instance/instance.js';
import type { Logger } from '../logging/logger.js';
import type { Metrics } from '../metrics/metrics.js';
import type { Storage } from './storage.js';

/** What every service is given when it starts; the same things whichever way it is run. */
export interface ServiceContext {
  readonly name: ServiceName;
  readonly log: EventLog;
  readonly instance: Instance;
  readonly verifier: TokenVerifier;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly health: Health;
  readonly storage: Storage;
  /** Where the public HTTP API is, such as `http://127.0.0.1:3000`; known once the process listens. */
  readonly origin: () => string;
  /** Pages may sign in named development persons: only with the instance's own key and on loopback. */
  readonly developmentSignIn: boolean;
  /** Calls a minute that one caller, or one address without a token, may make. */
  readonly callsAMinute: number;
  /** Origins besides its own whose pages may open the websocket. */
  readonly allowedOrigins: readonly string[];
  /** Told when reading the event log has ended for good: only a new process mends that. */
  readonly failed?: (error: Error) => void;
  /** Another of our processes hands requests on and says whose they are. */
  readonly behindFrontDoor?: boolean;
  /** The service puts here who takes its websocket upgrades. */
  upgrades?: Upgrades;
  /** The folder of a built taxonomy; without it the shipped one is used. */
  readonly taxonomy?: string | undefined;
  /** The folder of built places; without it the shipped ones are used. */
  readonly places?: string | undefined;
  /** A folder for the snapshot of the matching index; without it the index is built from the log at every start. */
  readonly index?: string | undefined;
  /** Partitions of `profiles.v1` and its kin. */
  readonly partitions: number;
}

export const CONTEXT = Symbol('ServiceContext');
export const CLOCK = Symbol('Clock');
export const LOGGER = Symbol('Logger');
export const PUBLISHER = Symbol('EventPublisher');

/** Takes the websocket upgrades of a service. */
export interface Upgrades {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}
