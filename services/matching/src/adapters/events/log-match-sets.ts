import { matchSet } from '@jobwire/contracts';
import { say, UnavailableError, type EventPublisher } from '@jobwire/messaging';
import type { AddressedSet, MatchSets } from '../../application/ports.js';

/** Bytes of an append stay bounded however many sets one turn makes. */
const RECORDS_PER_APPEND = 200;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5000;

/** Publishes to `matches.v1`; while the log is away it waits, so that nothing is committed that was not said. */
export class LogMatchSets implements MatchSets {
  constructor(
    private readonly publisher: EventPublisher,
    private readonly wait: (milliseconds: number) => Promise<void>,
  ) {}

  async publish(sets: readonly AddressedSet[]): Promise<void> {
    for (let from = 0; from < sets.length; from += RECORDS_PER_APPEND)
      await this.append(sets.slice(from, from + RECORDS_PER_APPEND));
  }

  private async append(sets: readonly AddressedSet[]): Promise<void> {
    const sayings = sets.map(({ partition, set, journey }) => say(matchSet, set, { partition, journey }));
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      try {
        await this.publisher.publishAll(sayings);
        return;
      } catch (error) {
        if (!(error instanceof UnavailableError)) throw error;
        await this.wait(pause);
      }
    }
  }
}
