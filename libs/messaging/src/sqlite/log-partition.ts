import type { TopicPartition } from '../event-log.js';

/** Offsets in one partition; 2^40 leaves 8,192 partitions below Number.MAX_SAFE_INTEGER. */
export const OFFSETS = 2 ** 40;

/** One partition as it is known in memory. */
export class LogPartition implements TopicPartition {
  /** One past the last record. */
  high = 0;
  /** The first offset still kept. */
  low = 0;
  /** Everything before this offset has been through compaction. */
  cleaned = 0;
  private readonly waiting = new Set<() => void>();

  constructor(
    readonly id: number,
    readonly topic: string,
    readonly partition: number,
    readonly compacts: boolean,
  ) {}

  /** The rowid of an offset. */
  at(offset: number): number {
    return this.id * OFFSETS + offset;
  }

  offsetOf(position: number): number {
    return position - this.id * OFFSETS;
  }

  /** Calls back once something was appended; the answer takes that back. */
  onAppended(wake: () => void): () => void {
    this.waiting.add(wake);
    return () => this.waiting.delete(wake);
  }

  wake(): void {
    const woken = [...this.waiting];
    this.waiting.clear();
    for (const wake of woken) wake();
  }
}
