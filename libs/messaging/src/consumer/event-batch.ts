import type { EventDefinition } from '@jobwire/contracts';
import type { EventRecord } from '../envelope/decode.js';

/** Events of one partition, in order, as a handler gets them. */
export interface EventBatch<Data = unknown> {
  readonly topic: string;
  readonly partition: number;
  readonly records: readonly EventRecord<Data>[];
  /** The end of the partition when the batch was read. */
  readonly high: number;
  /** What a handler last returned for this partition, here or wherever it was handled before; '' for followers. */
  readonly metadata: string;
  /** Tells the group that this member lives; whoever works longer than some seconds calls it now and then. */
  readonly heartbeat: () => Promise<void>;
  /** The partition was given up meanwhile: somebody else handles these records again. */
  readonly isStale: () => boolean;
  /** Aborted when the partition is given up. */
  readonly signal?: AbortSignal;
}

/** Kept with the group's offset; without it, what was kept before stays. */
export interface Handled {
  readonly metadata: string;
}

/** Handles a batch, at least once. Must be able to see the same records again. */
export type EventHandler<Data = unknown> = (batch: EventBatch<Data>) => Promise<void | Handled>;

/** One event and who handles it; made by `subscribe`. */
export interface Subscription {
  readonly event: EventDefinition;
  readonly handle: EventHandler;
}

export function subscribe<Data>(event: EventDefinition<Data>, handle: EventHandler<Data>): Subscription {
  // The handler only ever gets what the event's own schema let through.
  return { event, handle } as unknown as Subscription;
}
