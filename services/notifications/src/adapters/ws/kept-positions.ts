import { topics } from '@jobwire/contracts';
import { partitionOf, type Clock } from '@jobwire/kernel';
import type { EventLog } from '@jobwire/messaging';

const LOOK_EVERY_MS = 60_000;

/**
 * Which positions a client may come back with. Withdrawn items stay a day longer than the records of `matches.v1`, so
 * from a position that is still in the log on nothing is missing; from an older one a withdrawal may be.
 */
export class KeptPositions {
  private lows: Promise<ReadonlyMap<number, number>> | undefined;
  private until = 0;

  constructor(
    private readonly log: Pick<EventLog, 'watermarks'>,
    private readonly partitions: number,
    private readonly clock: Clock,
  ) {}

  /** All profiles of an owner lie in the owner's own partition. */
  async isKept(owner: string, position: number): Promise<boolean> {
    const low = (await this.lowest()).get(partitionOf(owner, this.partitions)) ?? 0;
    return position + 1 >= low;
  }

  /** Looked up now and then: many clients come back at once, and a day is long. */
  private lowest(): Promise<ReadonlyMap<number, number>> {
    const now = this.clock.now().getTime();
    if (this.lows === undefined || now >= this.until) {
      this.until = now + LOOK_EVERY_MS;
      this.lows = this.lookUp();
      this.lows.catch(() => (this.until = 0));
    }
    return this.lows;
  }

  private async lookUp(): Promise<ReadonlyMap<number, number>> {
    const marks = await this.log.watermarks(topics.matches.name);
    return new Map(marks.map(({ partition, low }) => [partition, low]));
  }
}
