import type { Logger } from '../logging/logger.js';

/** Longer than any drain; then the process ends all the same. */
const LONGEST_STOP_MS = 9_000;

/**
 * Ends this process when it is asked to (SIGTERM, SIGINT), when whoever started it is gone (the IPC channel closes),
 * or when `fail` is called: first `stop`, then the exit.
 */
export function endGently(stop: () => Promise<void>, logger: Logger): { fail(error: unknown): void } {
  let ending = false;
  const end = (code: number): void => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(code === 0 ? 1 : code), LONGEST_STOP_MS).unref();
    stop().then(
      () => process.exit(code),
      (error: unknown) => {
        logger.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', () => end(0));
  process.once('SIGINT', () => end(0));
  process.once('disconnect', () => end(0));
  return {
    fail: (error) => {
      logger.fatal({ err: error }, 'this process cannot go on and ends');
      end(1);
    },
  };
}
