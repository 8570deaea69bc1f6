import { setTimeout as pause } from 'node:timers/promises';

export interface Patience {
  /** 5 s when absent. */
  readonly timeoutMs?: number;
  /** Between two tries; 5 ms when absent. */
  readonly everyMs?: number;
}

/** Tries again until `attempt` no longer fails and answers its result; in the end fails as it did last. */
export async function eventually<Result>(
  attempt: () => Result | Promise<Result>,
  { timeoutMs = 5_000, everyMs = 5 }: Patience = {},
): Promise<Result> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() >= deadline) throw error;
      await pause(everyMs);
    }
  }
}
