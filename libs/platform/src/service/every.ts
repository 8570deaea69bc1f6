import { UnavailableError } from '@jobwire/kernel';
import type { Logger } from '../logging/logger.js';

const SAY_AWAY_AGAIN_MS = 60_000;

/**
 * Runs `work` again and again, `pauseMs` after it ended; a failure is logged and the next turn comes all the same. That
 * a dependency is away is said once a minute: there may be a turn every second. The answer stops it and waits for the
 * turn in hand.
 */
export function every(
  pauseMs: number,
  name: string,
  work: () => Promise<void>,
  logger: Logger,
): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let turn: Promise<void> = Promise.resolve();
  let stopped = false;
  let awaySaidAt = -Infinity;
  const isSaid = (error: unknown): boolean => {
    if (!(error instanceof UnavailableError)) return false;
    const now = performance.now();
    if (now - awaySaidAt < SAY_AWAY_AGAIN_MS) return true;
    awaySaidAt = now;
    return false;
  };
  const run = async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      if (!isSaid(error)) logger.warn({ err: error }, `${name} failed and is tried again`);
    }
    plan();
  };
  const plan = (): void => {
    if (stopped) return;
    timer = setTimeout(() => {
      turn = run();
    }, pauseMs).unref();
  };
  plan();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await turn;
  };
}
