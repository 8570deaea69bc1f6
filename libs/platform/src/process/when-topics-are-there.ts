import type { Topic } from '@jobwire/contracts';
import { UnavailableError } from '@jobwire/kernel';
import type { EventLog } from '@jobwire/messaging';
import { setTimeout as pause } from 'node:timers/promises';

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;

/** Makes the topics as soon as there is a log to make them in; `waiting` is told each time there is none. */
export async function whenTopicsAreThere(
  log: Pick<EventLog, 'ensureTopics'>,
  topics: readonly Topic[],
  waiting: (error: UnavailableError) => void,
  signal: AbortSignal,
): Promise<void> {
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
    try {
      return await log.ensureTopics(topics);
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      waiting(error);
      await pause(wait, undefined, { signal });
    }
  }
}
