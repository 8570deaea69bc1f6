import type { AddressedSet, MatchSets } from './ports.js';

/** A thousand matches are 2 MB, and take the log some 10 ms. */
const MATCHES_TOGETHER = 1000;
const RECORDS_TOGETHER = 200;

/**
 * Sets on their way to the log: many go together, but a vacancy that fits a million people holds no more of them in
 * memory than one that fits a thousand.
 */
export class OutgoingSets {
  private waiting: AddressedSet[] = [];
  private matches = 0;

  constructor(private readonly sets: MatchSets) {}

  async put(one: AddressedSet): Promise<void> {
    this.waiting.push(one);
    this.matches += one.set.matches.length;
    if (this.waiting.length >= RECORDS_TOGETHER || this.matches >= MATCHES_TOGETHER) await this.flush();
  }

  /** Resolves when all that was put is durable. */
  async flush(): Promise<void> {
    const { waiting } = this;
    this.waiting = [];
    this.matches = 0;
    if (waiting.length > 0) await this.sets.publish(waiting);
  }
}
