/** Why a record went to the dead letters: what decoding found, or that the handler failed on it. */
export type DeadLetterReason = string;

/** For metrics. Labels are topics and reasons, never keys. */
export interface ConsumerObserver {
  handled?(topic: string, records: number, seconds: number): void;
  deadLettered?(topic: string, reason: DeadLetterReason): void;
  /** A follower, which has no dead letters, went past a record. */
  skipped?(topic: string, reason: DeadLetterReason): void;
  /** A dependency is away and the partition waits. */
  waiting?(topic: string): void;
}

export interface ConsumerCount {
  readonly what: 'handled' | 'deadLettered' | 'skipped' | 'waiting';
  readonly topic: string;
  readonly reason?: DeadLetterReason;
  readonly count: number;
}

/** Counts, for a metrics library that asks when it is asked; passes on to another observer. */
export class ConsumerCounts implements ConsumerObserver {
  private readonly counts = new Map<string, ConsumerCount>();

  constructor(private readonly next: ConsumerObserver = {}) {}

  handled(topic: string, records: number, seconds: number): void {
    this.add({ what: 'handled', topic, count: records });
    this.next.handled?.(topic, records, seconds);
  }

  deadLettered(topic: string, reason: DeadLetterReason): void {
    this.add({ what: 'deadLettered', topic, reason, count: 1 });
    this.next.deadLettered?.(topic, reason);
  }

  skipped(topic: string, reason: DeadLetterReason): void {
    this.add({ what: 'skipped', topic, reason, count: 1 });
    this.next.skipped?.(topic, reason);
  }

  waiting(topic: string): void {
    this.add({ what: 'waiting', topic, count: 1 });
    this.next.waiting?.(topic);
  }

  /** Totals since the start. */
  all(): readonly ConsumerCount[] {
    return [...this.counts.values()];
  }

  private add(more: ConsumerCount): void {
    const name = `${more.what} ${more.topic} ${more.reason ?? ''}`;
    this.counts.set(name, { ...more, count: (this.counts.get(name)?.count ?? 0) + more.count });
  }
}
