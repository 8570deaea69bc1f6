import {
  StaleGenerationError,
  type Assignment,
  type GroupMember,
  type GroupOptions,
  type OffsetCommit,
  type TopicPartition,
} from '../event-log.js';
import type { MemberSession } from './member-session.js';
import { nameOf } from '../partition-name.js';

/** What a member needs of its group. */
export interface Membership {
  commit(member: SqliteMember, generation: number, offsets: readonly OffsetCommit[]): Promise<void>;
  leave(member: SqliteMember): void;
}

/** `dead`: crashed without a word; the group does not know yet. */
type MemberState = 'live' | 'leaving' | 'dead' | 'over';

const NOTHING: Assignment = { generation: 0, partitions: [] };

export class SqliteMember implements GroupMember {
  readonly ended: Promise<Error | undefined>;
  readonly topics: readonly string[];
  state: MemberState = 'live';
  private session: MemberSession | undefined;
  /** What it gave up last; a batch of it may still be in hand. */
  private former: MemberSession | undefined;
  /** When it crashed (performance.now). */
  private diedAt: number | undefined;
  private leaving: Promise<void> | undefined;
  private settled: Promise<void> = Promise.resolve();
  private opening: Promise<void> = Promise.resolve();
  private readonly paused = new Set<string>();
  private end: (error: Error | undefined) => void = () => undefined;

  constructor(
    readonly options: GroupOptions,
    private readonly membership: Membership,
  ) {
    this.topics = options.topics;
    this.ended = new Promise((resolve) => {
      this.end = resolve;
    });
  }

  assignment(): Assignment {
    return this.session?.assignment ?? NOTHING;
  }

  async commit(generation: number, offsets: readonly OffsetCommit[]): Promise<void> {
    if (this.state === 'dead') throw new StaleGenerationError('This member has crashed.');
    await this.membership.commit(this, generation, offsets);
  }

  pause(partitions: readonly TopicPartition[]): void {
    for (const partition of partitions) {
      this.paused.add(nameOf(partition));
      this.session?.reader(partition)?.pause();
    }
  }

  resume(partitions: readonly TopicPartition[]): void {
    for (const partition of partitions) {
      this.paused.delete(nameOf(partition));
      this.session?.reader(partition)?.resume();
    }
  }

  async leave(): Promise<void> {
    if (this.state === 'live') this.leaving = this.finishAndLeave();
    await this.leaving;
  }

  /** The group gave it partitions of a new generation. */
  take(session: MemberSession): void {
    this.session = session;
    this.opening = this.opening.then(() => this.open(session)).catch((error: Error) => this.fail(error));
  }

  /** What it has is no longer its own. */
  giveUp(): void {
    const { session } = this;
    if (!session) return;
    this.session = undefined;
    this.former = session;
    this.settled = Promise.all([this.settled, session.stop()]).then(() => undefined);
    if (this.state !== 'dead') this.tellRevoked(session.assignment);
  }

  /** Resolves when the batches of what it gave up are done. */
  async idle(): Promise<void> {
    await this.settled;
  }

  /** True when nothing was heard of it since `deadline` (performance.now). */
  silentSince(deadline: number): boolean {
    if (this.diedAt !== undefined) return this.diedAt < deadline;
    return [this.session, this.former].some((session) => session?.overdue(deadline));
  }

  /** Stops as if the process had been killed: nothing is told to anybody. */
  crash(): void {
    if (this.state === 'over') return;
    this.state = 'dead';
    this.diedAt = performance.now();
    void this.session?.stop();
    this.end(new Error('The member crashed.'));
  }

  fail(error: Error): void {
    if (this.state === 'over' || this.state === 'dead') return;
    this.giveUp();
    this.finish(error);
  }

  private async finishAndLeave(): Promise<void> {
    this.state = 'leaving';
    await this.session?.stop();
    await this.settled;
    this.giveUp();
    this.finish(undefined);
  }

  private finish(error: Error | undefined): void {
    this.state = 'over';
    this.membership.leave(this);
    this.end(error);
  }

  private async open(session: MemberSession): Promise<void> {
    if (this.session !== session) return;
    const starts = await this.options.handler.assigned?.(session.assignment, this);
    if (this.session === session && this.state === 'live') session.start(starts ?? [], this.paused);
  }

  private tellRevoked(assignment: Assignment): void {
    try {
      this.options.handler.revoked?.(assignment);
    } catch (error) {
      this.fail(error instanceof Error ? error : new Error('revoked() failed', { cause: error }));
    }
  }
}
