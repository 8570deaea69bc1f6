import type { Logger } from '../logging/logger.js';

/**
 * Runs `work` again and again, `pauseMs` after it ended; a failure is logged and the next turn comes all the same.
 * The answer stops it and waits for the turn in hand.
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
  const run = async (): Promise<void> => {
    try {
      await work();
    } catch (error) {
      logger.warn({ err: error }, `${name} failed and is tried again`);
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
