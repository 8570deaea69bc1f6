import type { Assignment, Batch, EventLog, TopicPartition, Watermarks } from '../event-log.js';
import type { MessagingLogger } from '../messaging-logger.js';
import { nameOf } from '../partition-name.js';
import { CommitQueue, type SendCommits } from './commit-queue.js';
import type { Meanwhile } from './patience.js';
import type { ProgressBook } from './progress-book.js';

export interface TermOptions {
  /** Aborted when the consumer closes. */
  readonly closing: AbortSignal;
  readonly commit: SendCommits;
  readonly failed: (error: unknown) => void;
  readonly commitEveryMs: number;
}

/** What a consumer knows for as long as one assignment lasts. */
export class GroupTerm implements Meanwhile {
  private readonly revocation = new AbortController();
  private readonly metadata = new Map<string, string>();
  /** Ends waiting: the partitions were given up, or the consumer closes. */
  readonly signal: AbortSignal;
  readonly commits: CommitQueue;

  constructor(
    readonly assignment: Assignment,
    { closing, commit, failed, commitEveryMs }: TermOptions,
  ) {
    this.signal = AbortSignal.any([this.revocation.signal, closing]);
    this.commits = new CommitQueue(commit, failed, commitEveryMs);
  }

  /** For what is worth finishing while the consumer closes. */
  get untilRevoked(): Meanwhile {
    return { heartbeat: () => this.heartbeat(), isStale: () => this.isStale(), signal: this.revoked };
  }

  /** Aborted when the partitions are given up. */
  get revoked(): AbortSignal {
    return this.revocation.signal;
  }

  revoke(): void {
    this.revocation.abort();
  }

  async heartbeat(): Promise<void> {
    // Between join and the first batch the log itself keeps the member alive.
  }

  isStale(): boolean {
    return this.revocation.signal.aborted;
  }

  during(batch: Batch): Meanwhile {
    return {
      heartbeat: () => batch.heartbeat(),
      isStale: () => batch.isStale(),
      signal: this.signal,
    };
  }

  metadataOf(partition: TopicPartition): string {
    return this.metadata.get(nameOf(partition)) ?? '';
  }

  remember(partition: TopicPartition, metadata: string): void {
    this.metadata.set(nameOf(partition), metadata);
  }

  /** Finds out where the group is in what was assigned, and says so loudly when retention was faster than the group. */
  async lookUp(
    { log, group }: { log: EventLog; group: string },
    book: ProgressBook,
    logger: MessagingLogger,
  ): Promise<void> {
    const topics = [...new Set(this.assignment.partitions.map(({ topic }) => topic))];
    for (const topic of topics) {
      const [ends, committed] = await Promise.all([log.watermarks(topic), log.committed(group, topic)]);
      for (const end of ends.filter(({ partition }) => this.has({ topic, partition }))) {
        const at = committed.get(end.partition);
        if (at) this.remember({ topic, partition: end.partition }, at.metadata);
        if (at && at.offset < end.low) warnOfLoss(logger, topic, end, at.offset);
        if (!this.isStale())
          book.open({ topic, partition: end.partition }, Math.max(at?.offset ?? 0, end.low), end.high);
      }
    }
  }

  private has(wanted: TopicPartition): boolean {
    return this.assignment.partitions.some((one) => nameOf(one) === nameOf(wanted));
  }
}

function warnOfLoss(logger: MessagingLogger, topic: string, end: Watermarks, committed: number): void {
  const fields = { topic, partition: end.partition, committed, low: end.low };
  logger.error(fields, 'Records were removed from the log before this group read them');
}
