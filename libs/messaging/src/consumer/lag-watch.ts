import type { EventLog } from '../event-log.js';
import type { ProgressBook } from './progress-book.js';

/** Looks up the ends of topics now and then, so that a reader that stands still is noticed. The answer stops it. */
export function watchLag(
  log: Pick<EventLog, 'watermarks'>,
  topics: readonly string[],
  book: ProgressBook,
  everyMs = 5_000,
): () => void {
  const look = async (topic: string): Promise<void> => {
    for (const { partition, high } of await log.watermarks(topic)) book.sawEnd({ topic, partition }, high);
  };
  // A log that is away is noticed by those who read it.
  const timer = setInterval(() => void Promise.allSettled(topics.map(look)), everyMs).unref();
  return () => clearInterval(timer);
}
