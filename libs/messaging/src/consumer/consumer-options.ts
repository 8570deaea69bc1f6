import { systemClock, type Clock } from '@jobwire/kernel';
import type { Assignment, EventLog, GroupMember, StartAt } from '../event-log.js';
import { silentMessagingLogger, type MessagingLogger } from '../messaging-logger.js';
import type { ConsumerObserver } from './consumer-observer.js';
import type { Subscription } from './event-batch.js';
import {
  defaultRetryPolicy,
  isUnavailableError,
  type IsUnavailable,
  type RetryPolicy,
} from './retry-policy.js';

export interface ReaderOptions {
  readonly log: EventLog;
  /** One for each topic. */
  readonly subscriptions: readonly Subscription[];
  readonly retry?: RetryPolicy;
  /** Errors of the service's own stores that say "away" besides UnavailableError. */
  readonly isUnavailable?: IsUnavailable;
  readonly observer?: ConsumerObserver;
  readonly logger?: MessagingLogger;
  readonly clock?: Clock;
  readonly maxBatch?: number;
  /** How often the ends of the topics are looked up, for the lag; 5 s when absent. */
  readonly lagEveryMs?: number;
}

export interface ConsumerOptions extends ReaderOptions {
  /** The service's name. Its dead letters go to `deadLetterOf(group)`, which must exist. */
  readonly group: string;
  readonly sessionTimeoutMs?: number;
  /** Progress is committed no more often than this: a crash repeats so much work. At once when absent. */
  readonly commitEveryMs?: number;
  /** As in GroupHandler. */
  readonly assigned?: (assignment: Assignment, member: GroupMember) => Promise<readonly StartAt[] | void>;
  readonly revoked?: (assignment: Assignment) => void;
}

export interface FollowerOptions extends ReaderOptions {
  readonly from: 'earliest' | 'latest' | readonly StartAt[];
}

/** The options that both kinds of readers share, with nothing left open. */
export function settle(options: ReaderOptions) {
  return {
    policy: options.retry ?? defaultRetryPolicy,
    isUnavailable: (error: unknown) => isUnavailableError(error) || (options.isUnavailable?.(error) ?? false),
    observer: options.observer ?? {},
    logger: options.logger ?? silentMessagingLogger,
    clock: options.clock ?? systemClock,
  };
}

export type Settled = ReturnType<typeof settle>;
