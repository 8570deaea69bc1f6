import { matchSet } from '@jobwire/contracts';
import { say, UnavailableError, type EventPublisher, type Saying } from '@jobwire/messaging';
import type { AddressedSet, MatchSets } from '../../application/ports.js';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5000;

/** Publishes to `matches.v1`; while the log is away it waits, so that nothing is committed that was not said. */
export class LogMatchSets implements MatchSets {
  constructor(
    private readonly publisher: Pick<EventPublisher, 'publishAll'>,
    private readonly wait: (milliseconds: number) => Promise<void>,
  ) {}

  async publish(sets: readonly AddressedSet[]): Promise<void> {
    const sayings = sets.map(sayingOf);
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

/**
 * What is around the matches is checked against the declaration. They come from the engine as they are declared, which
 * a test holds; to check each again took 4 us of the 9 that a match took to be written.
 */
function sayingOf({ partition, set, journey }: AddressedSet): Saying {
  const empty = say(matchSet, { ...set, matches: [] }, { partition, journey });
  return {
    ...empty,
    encode: (sender) => ({ ...empty.encode(sender), value: Buffer.from(JSON.stringify(set)) }),
  };
}
