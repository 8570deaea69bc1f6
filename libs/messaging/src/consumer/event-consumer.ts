import {
  StaleGenerationError,
  type Assignment,
  type Batch,
  type GroupMember,
  type OffsetCommit,
  type StartAt,
} from '../event-log.js';
import { settle, type ConsumerOptions, type Settled } from './consumer-options.js';
import { DeadLetters } from './dead-letters.js';
import { GivenUp } from './given-up.js';
import { GroupTerm } from './group-term.js';
import { nameOfError } from '../messaging-logger.js';
import { watchLag } from './lag-watch.js';
import { untilAvailable } from './patience.js';
import { Processors } from './processors.js';
import { ProgressBook, type PartitionProgress } from './progress-book.js';

/** Reads topics for a group: decodes, hands over, retries, sets aside what cannot be handled, commits. */
export class EventConsumer {
  private readonly settled: Settled;
  private readonly book: ProgressBook;
  private readonly processors: Processors;
  private readonly closing = new AbortController();
  private term: GroupTerm | undefined;
  private member: GroupMember | undefined;
  private stopWatch: () => void = () => undefined;

  private constructor(private readonly options: ConsumerOptions) {
    this.settled = settle(options);
    this.book = new ProgressBook(this.settled.clock);
    const deadLetters = new DeadLetters(options.log, options.group, this.settled.clock);
    this.processors = new Processors(options.subscriptions, this.settled, deadLetters, options.group);
  }

  /** Resolves when it has joined. Topics and the group's dead letter topic must exist. */
  static async start(options: ConsumerOptions): Promise<EventConsumer> {
    const consumer = new EventConsumer(options);
    await consumer.join();
    return consumer;
  }

  /** Settles when it has ended: undefined after close(), the error after a failure. */
  get ended(): Promise<Error | undefined> {
    return this.member?.ended ?? Promise.resolve(undefined);
  }

  progress(): readonly PartitionProgress[] {
    return this.book.all();
  }

  /** Partitions where something waits without progress for longer than `patienceMs`. */
  stuck(patienceMs: number): readonly PartitionProgress[] {
    return this.book.stuck(patienceMs);
  }

  /** Finishes the batches in hand, commits them and leaves the group; what waits for a dependency is left uncommitted. */
  async close(): Promise<void> {
    this.stopWatch();
    this.closing.abort();
    await this.term?.commits.settled();
    await this.member?.leave();
  }

  private async join(): Promise<void> {
    const { log, group, sessionTimeoutMs, maxBatch, lagEveryMs } = this.options;
    const topics = this.processors.topics();
    this.stopWatch = watchLag(log, topics, this.book, lagEveryMs);
    this.member = await log.join({
      group,
      topics,
      ...(sessionTimeoutMs === undefined ? {} : { sessionTimeoutMs }),
      ...(maxBatch === undefined ? {} : { maxBatch }),
      handler: {
        assigned: (assignment, member) => this.assigned(assignment, member),
        revoked: (assignment) => this.revoked(assignment),
        batch: (batch) => this.batch(batch),
      },
    });
  }

  private async assigned(assignment: Assignment, member: GroupMember): Promise<readonly StartAt[] | void> {
    this.member = member;
    const term: GroupTerm = new GroupTerm(assignment, {
      closing: this.closing.signal,
      commit: (commits) => this.commit(term, commits),
      failed: (error) => this.commitFailed(error),
      commitEveryMs: this.options.commitEveryMs ?? 0,
    });
    this.term = term;
    await this.giveUpQuietly(() =>
      untilAvailable(() => term.lookUp(this.options, this.book, this.settled.logger), this.settled, term),
    );
    return this.options.assigned?.(assignment, member);
  }

  private revoked(assignment: Assignment): void {
    this.term?.revoke();
    this.book.closeAll();
    this.options.revoked?.(assignment);
  }

  private async batch(batch: Batch): Promise<void> {
    const { term } = this;
    if (!term) return;
    this.book.sawEnd(batch, batch.high);
    await this.giveUpQuietly(() => this.process(batch, term));
  }

  private async process(batch: Batch, term: GroupTerm): Promise<void> {
    const meanwhile = term.during(batch);
    const processor = this.processors.of(batch);
    const handled = await processor.process(batch, {
      meanwhile,
      signal: term.revoked,
      metadata: term.metadataOf(batch),
    });
    if (batch.isStale()) return;
    const { topic, partition } = batch;
    const offset = (batch.records.at(-1)?.offset ?? -1) + 1;
    if (handled) term.remember(batch, handled.metadata);
    this.book.moved(batch, offset);
    term.commits.add({ topic, partition, offset, metadata: term.metadataOf(batch) });
    // The last batches before leaving: afterwards nothing can be committed.
    if (this.closing.signal.aborted) await term.commits.settled();
  }

  private async commit(term: GroupTerm, commits: readonly OffsetCommit[]): Promise<void> {
    await this.giveUpQuietly(() =>
      untilAvailable(
        async () => this.member?.commit(term.assignment.generation, commits),
        this.settled,
        term.untilRevoked,
      ),
    );
  }

  private commitFailed(error: unknown): void {
    const fields = { group: this.options.group, error: nameOfError(error) };
    this.settled.logger.error(fields, 'A commit was refused; what it covered may be handled again');
  }

  // Both are the normal end of work on a partition that went elsewhere: its records are handled there again.
  private async giveUpQuietly(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof StaleGenerationError || error instanceof GivenUp)) throw error;
      this.settled.logger.debug({ group: this.options.group, error: error.name }, 'A batch was given up');
    }
  }
}
