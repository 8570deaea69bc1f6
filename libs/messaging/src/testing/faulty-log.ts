import { setTimeout as wait } from 'node:timers/promises';
import type { Topic } from '@jobwire/contracts';
import {
  UnavailableError,
  type Appended,
  type Batch,
  type EventLog,
  type Follower,
  type FollowOptions,
  type GroupMember,
  type GroupOptions,
  type NewRecord,
  type OffsetCommit,
} from '../event-log.js';
import { seededRandom } from './seeded-random.js';

/** How often each mishap comes, from 0 (never, when absent) to 1. */
export interface Faults {
  /** Appends and commits fail and have not happened. */
  readonly failBefore?: number;
  /** Appends and commits fail and have happened all the same. */
  readonly failAfter?: number;
  /** What was appended is appended again at once. */
  readonly duplicate?: number;
  /** What was appended is appended again later, behind what came meanwhile. */
  readonly lateDuplicate?: number;
  /** Appends, commits and deliveries wait up to `longestDelayMs`. */
  readonly delay?: number;
  /** The member dies when a batch comes, before or after it is handled. */
  readonly crash?: number;
}

export interface FaultyLogOptions {
  readonly log: EventLog;
  readonly seed: number;
  readonly faults: Faults;
  readonly longestDelayMs?: number;
  /** Kills a member without leaving: `SqliteLog.crash`. */
  readonly crash?: (member: GroupMember) => void;
}

/** A log on which everything goes wrong that may go wrong, by a seed. For tests and simulations. */
export class FaultyLog implements EventLog {
  private readonly random: () => number;
  private readonly late = new Set<Promise<unknown>>();
  private faults: Faults;

  constructor(private readonly options: FaultyLogOptions) {
    this.random = seededRandom(options.seed);
    this.faults = options.faults;
  }

  /** No more mishaps; resolves when late duplicates have arrived. */
  async calm(): Promise<void> {
    this.faults = {};
    await Promise.all(this.late);
  }

  async append(records: readonly NewRecord[]): Promise<readonly Appended[]> {
    return this.perilously(async () => {
      const appended = await this.options.log.append(records);
      if (this.happens('duplicate')) await this.options.log.append(records);
      if (this.happens('lateDuplicate')) this.appendLate(records);
      return appended;
    });
  }

  async join(options: GroupOptions): Promise<GroupMember> {
    const { handler } = options;
    const member: GroupMember = await this.options.log.join({
      ...options,
      handler: {
        batch: (batch) => this.deliver(batch, handler.batch.bind(handler), () => member),
        assigned: async (assignment, real) => handler.assigned?.(assignment, this.wrap(real)),
        revoked: (assignment) => handler.revoked?.(assignment),
      },
    });
    return this.wrap(member);
  }

  async follow(options: FollowOptions): Promise<Follower> {
    const batch = async (delivered: Batch): Promise<void> => {
      await this.dawdle();
      await options.batch(delivered);
    };
    return this.options.log.follow({ ...options, batch });
  }

  ensureTopics(topics: readonly Topic[]) {
    return this.options.log.ensureTopics(topics);
  }

  logId() {
    return this.options.log.logId();
  }

  partitionsOf(topic: string) {
    return this.options.log.partitionsOf(topic);
  }

  watermarks(topic: string) {
    return this.options.log.watermarks(topic);
  }

  committed(group: string, topic: string) {
    return this.options.log.committed(group, topic);
  }

  async close(): Promise<void> {
    await this.calm();
    await this.options.log.close();
  }

  private async deliver(
    batch: Batch,
    handle: (batch: Batch) => Promise<void>,
    member: () => GroupMember,
  ): Promise<void> {
    await this.dawdle();
    const crashing = this.happens('crash') ? member() : undefined;
    const first = this.random() < 0.5;
    if (crashing && first) this.options.crash?.(crashing);
    await handle(batch);
    if (crashing && !first) this.options.crash?.(crashing);
  }

  private wrap(member: GroupMember): GroupMember {
    const commit = (generation: number, offsets: readonly OffsetCommit[]): Promise<void> =>
      this.perilously(() => member.commit(generation, offsets));
    return {
      assignment: () => member.assignment(),
      commit,
      pause: (partitions) => member.pause(partitions),
      resume: (partitions) => member.resume(partitions),
      leave: () => member.leave(),
      ended: member.ended,
    };
  }

  private async perilously<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.dawdle();
    if (this.happens('failBefore')) throw new UnavailableError('A mishap: nothing happened.');
    const result = await work();
    if (this.happens('failAfter')) throw new UnavailableError('A mishap: it happened all the same.');
    return result;
  }

  private appendLate(records: readonly NewRecord[]): void {
    const arrived = wait(this.random() * this.longestDelay() * 5)
      .then(() => this.options.log.append(records))
      .catch(() => undefined);
    this.late.add(arrived);
    void arrived.finally(() => this.late.delete(arrived));
  }

  private async dawdle(): Promise<void> {
    if (this.happens('delay')) await wait(this.random() * this.longestDelay());
  }

  private longestDelay(): number {
    return this.options.longestDelayMs ?? 10;
  }

  private happens(mishap: keyof Faults): boolean {
    return this.random() < (this.faults[mishap] ?? 0);
  }
}
