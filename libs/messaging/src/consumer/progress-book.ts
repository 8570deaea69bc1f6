import type { Clock } from '@jobwire/kernel';
import type { TopicPartition } from '../event-log.js';

/** How far the reading of one partition is. */
export interface PartitionProgress extends TopicPartition {
  /** The next offset to handle. */
  readonly position: number;
  readonly high: number;
  readonly lag: number;
  /** When the position last changed, or the partition was taken. */
  readonly lastProgressAt: Date;
  /** Since when something has been waiting there without any progress. */
  readonly behindSince: Date | undefined;
}

interface Page extends TopicPartition {
  position: number;
  high: number;
  lastProgressAt: Date;
  behindSince: Date | undefined;
}

/** Keeps how far each partition is. */
export class ProgressBook {
  private readonly pages = new Map<string, Page>();

  constructor(private readonly clock: Clock) {}

  open(at: TopicPartition, position: number, high: number): void {
    const { topic, partition } = at;
    const now = this.clock.now();
    const behindSince = high > position ? now : undefined;
    this.pages.set(`${topic}/${partition}`, {
      topic,
      partition,
      position,
      high,
      lastProgressAt: now,
      behindSince,
    });
  }

  closeAll(): void {
    this.pages.clear();
  }

  sawEnd({ topic, partition }: TopicPartition, high: number): void {
    const page = this.pages.get(`${topic}/${partition}`);
    if (!page) return;
    page.high = Math.max(page.high, high);
    if (page.high > page.position) page.behindSince ??= this.clock.now();
  }

  moved({ topic, partition }: TopicPartition, position: number): void {
    const page = this.pages.get(`${topic}/${partition}`);
    if (!page) return;
    page.position = position;
    page.lastProgressAt = this.clock.now();
    page.behindSince = page.high > position ? page.lastProgressAt : undefined;
  }

  all(): readonly PartitionProgress[] {
    return [...this.pages.values()].map((page) => ({ ...page, lag: Math.max(0, page.high - page.position) }));
  }

  /** Partitions where something has been waiting, without progress, for longer than `patienceMs`. */
  stuck(patienceMs: number): readonly PartitionProgress[] {
    const limit = this.clock.now().getTime() - patienceMs;
    return this.all().filter(({ behindSince }) => behindSince !== undefined && behindSince.getTime() < limit);
  }
}
