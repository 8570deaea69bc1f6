import type { MatchSet } from '@jobwire/contracts';
import type { Journey } from '@jobwire/messaging';

export interface AddressedSet {
  readonly partition: number;
  readonly set: MatchSet;
  /** That of the change that set it off; sets of several changes go out together. */
  readonly journey: Journey;
}

/** Where match sets go. Resolves when they are durable, in the order given; waits as long as the log is away. */
export interface MatchSets {
  publish(sets: readonly AddressedSet[]): Promise<void>;
}

/** Lets heartbeats and probes run between slices of long work. */
export type Breathe = () => Promise<void>;

/** Starts to time an event; call what it returns when the event's set is made. */
export type TimeEvent = (kind: 'vacancy' | 'profile') => () => void;
