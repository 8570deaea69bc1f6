import { matchSet } from '@jobwire/contracts';
import type { EventLog, LogRecord } from '@jobwire/messaging';

/** How the last record of a set ends: nothing of it is parsed while somebody waits. */
const LAST = '"last":true}';

export function isLast(value: Buffer): boolean {
  return value.toString('latin1', value.length - LAST.length) === LAST;
}

/** Hears when all of a subject's set has come. */
export class HeardSets {
  private readonly heard: Buffer[] = [];
  private readonly waiting = new Map<string, { partitions: number; done: () => void }>();

  static async of(log: EventLog): Promise<HeardSets> {
    const sets = new HeardSets();
    await log.follow({
      topics: [matchSet.topic.name],
      from: 'latest',
      batch: async ({ records }) => {
        for (const record of records) sets.hear(record);
      },
    });
    return sets;
  }

  /** Resolves when a subject's set has come in so many partitions. */
  whole(id: string, partitions: number): Promise<void> {
    return new Promise((done) => this.waiting.set(id, { partitions, done }));
  }

  /** Matches in all that came since the last call. */
  countMatches(): number {
    const values = this.heard
      .splice(0)
      .map((value) => JSON.parse(value.toString()) as { matches: unknown[] });
    return values.reduce((sum, { matches }) => sum + matches.length, 0);
  }

  private hear({ key, value }: LogRecord): void {
    if (value === null) return;
    this.heard.push(value);
    const one = this.waiting.get(key ?? '');
    if (one === undefined || !isLast(value)) return;
    one.partitions--;
    if (one.partitions === 0) one.done();
  }
}
