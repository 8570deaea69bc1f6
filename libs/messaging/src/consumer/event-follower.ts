import type { Batch, Follower, TopicPartition } from '../event-log.js';
import { settle, type FollowerOptions, type Settled } from './consumer-options.js';
import { GivenUp } from './given-up.js';
import { watchLag } from './lag-watch.js';
import { Processors } from './processors.js';
import { ProgressBook, type PartitionProgress } from './progress-book.js';

/** Reads topics for this process alone, without a group: what cannot be handled is passed by, loudly. */
export class EventFollower {
  private readonly settled: Settled;
  private readonly book: ProgressBook;
  private readonly processors: Processors;
  private readonly closing = new AbortController();
  private stopWatch: () => void = () => undefined;
  private follower: Follower | undefined;

  private constructor(private readonly options: FollowerOptions) {
    this.settled = settle(options);
    this.book = new ProgressBook(this.settled.clock);
    this.processors = new Processors(options.subscriptions, this.settled);
  }

  /** Resolves once the starting offsets are fixed. */
  static async start(options: FollowerOptions): Promise<EventFollower> {
    const follower = new EventFollower(options);
    await follower.begin();
    return follower;
  }

  get ended(): Promise<Error | undefined> {
    return this.follower?.ended ?? Promise.resolve(undefined);
  }

  /** The next offset to read. */
  position(partition: TopicPartition): number {
    if (!this.follower) throw new Error('The follower has not begun.');
    return this.follower.position(partition);
  }

  progress(): readonly PartitionProgress[] {
    return this.book.all();
  }

  stuck(patienceMs: number): readonly PartitionProgress[] {
    return this.book.stuck(patienceMs);
  }

  async close(): Promise<void> {
    this.stopWatch();
    this.closing.abort();
    await this.follower?.close();
  }

  private async begin(): Promise<void> {
    const { log, from, maxBatch, lagEveryMs } = this.options;
    const topics = this.processors.topics();
    await this.openBook(topics);
    this.follower = await log.follow({
      topics,
      from,
      ...(maxBatch === undefined ? {} : { maxBatch }),
      batch: (batch) => this.batch(batch),
    });
    this.stopWatch = watchLag(log, topics, this.book, lagEveryMs);
  }

  private async openBook(topics: readonly string[]): Promise<void> {
    const { log, from } = this.options;
    for (const topic of topics) {
      for (const { partition, low, high } of await log.watermarks(topic)) {
        const chosen =
          typeof from === 'string'
            ? undefined
            : from.find((at) => at.topic === topic && at.partition === partition)?.offset;
        this.book.open({ topic, partition }, chosen ?? (from === 'latest' ? high : low), high);
      }
    }
  }

  private async batch(batch: Batch): Promise<void> {
    this.book.sawEnd(batch, batch.high);
    const { signal } = this.closing;
    const meanwhile = { heartbeat: () => batch.heartbeat(), isStale: () => batch.isStale(), signal };
    try {
      await this.processors.of(batch).process(batch, { meanwhile, signal, metadata: '' });
      this.book.moved(batch, (batch.records.at(-1)?.offset ?? -1) + 1);
    } catch (error) {
      if (!(error instanceof GivenUp)) throw error;
    }
  }
}
