import { setTimeout as wait } from 'node:timers/promises';
import { GivenUp } from './given-up.js';
import type { IsUnavailable, RetryPolicy } from './retry-policy.js';

/** What keeps a wait alive, and what ends it. */
export interface Meanwhile {
  readonly heartbeat: () => Promise<void>;
  readonly isStale: () => boolean;
  readonly signal: AbortSignal;
}

// Well within the shortest session timeout that is sensible, 6 s.
const HEARTBEAT_MS = 1_000;

/** Waits without being thrown out of the group. @throws GivenUp as soon as there is nothing left to wait for */
export async function pause(milliseconds: number, meanwhile: Meanwhile): Promise<void> {
  for (let left = milliseconds; left > 0; left -= HEARTBEAT_MS) {
    stopWhenOver(meanwhile);
    await meanwhile.heartbeat();
    await wait(Math.min(left, HEARTBEAT_MS), undefined, { signal: meanwhile.signal }).catch(() => undefined);
  }
  stopWhenOver(meanwhile);
}

export function stopWhenOver({ isStale, signal }: Meanwhile): void {
  if (signal.aborted || isStale()) throw new GivenUp();
}

export interface Dependency {
  readonly policy: RetryPolicy;
  readonly isUnavailable: IsUnavailable;
  /** Called each time it was away. */
  readonly away?: (error: unknown) => void;
}

/** Tries for as long as a dependency is away; any other error goes through. @throws GivenUp */
export async function untilAvailable<Result>(
  work: () => Promise<Result>,
  { policy, isUnavailable, away }: Dependency,
  meanwhile: Meanwhile,
): Promise<Result> {
  for (let delay = policy.away.first; ; delay = Math.min(delay * 2, policy.away.longest)) {
    try {
      return await work();
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      away?.(error);
      await pause(delay, meanwhile);
    }
  }
}
