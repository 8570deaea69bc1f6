import {
  StaleGenerationError,
  type Assignment,
  type GroupOptions,
  type OffsetCommit,
  type TopicPartition,
} from '../event-log.js';
import type { LogPartition } from './log-partition.js';
import { MemberSession } from './member-session.js';
import type { RecordTable } from './record-table.js';
import { roundRobin } from './round-robin.js';
import { SqliteMember, type Membership } from './sqlite-member.js';

export interface GroupResources {
  readonly records: RecordTable;
  readonly partitionsOf: (topic: string) => readonly LogPartition[];
  readonly committed: (partition: LogPartition) => number | undefined;
  /** Saves offsets when `refusal`, asked inside the transaction, answers nothing. */
  readonly save: (offsets: readonly OffsetCommit[], refusal: () => Error | undefined) => Promise<void>;
}

const SESSION_TIMEOUT_MS = 10_000;

/** One consumer group: eager rebalances, each a new generation; what an older one commits is refused. */
export class SqliteGroup implements Membership {
  private generation = 0;
  private stable = false;
  private closed = false;
  private members: SqliteMember[] = [];
  private readonly joining = new Map<SqliteMember, () => void>();
  private watch: NodeJS.Timeout | undefined;

  constructor(private readonly resources: GroupResources) {}

  async join(options: GroupOptions): Promise<SqliteMember> {
    for (const topic of options.topics) this.resources.partitionsOf(topic);
    const member = new SqliteMember(options, this);
    const assigned = new Promise<void>((resolve) => this.joining.set(member, resolve));
    this.admit(member);
    await assigned;
    return member;
  }

  commit(member: SqliteMember, generation: number, offsets: readonly OffsetCommit[]): Promise<void> {
    return this.resources.save(offsets, () => {
      if (this.stable && generation === this.generation && this.members.includes(member)) return undefined;
      return new StaleGenerationError(
        `Generation ${generation} of the group is over, it is at ${this.generation}.`,
      );
    });
  }

  leave(member: SqliteMember): void {
    if (!this.members.includes(member)) return;
    this.members = this.members.filter((other) => other !== member);
    this.joining.get(member)?.();
    this.joining.delete(member);
    void this.rebalance();
  }

  /** Every partition is dealt out anew. */
  async rebalance(): Promise<void> {
    if (this.closed) return;
    const generation = ++this.generation;
    this.stable = false;
    for (const member of this.members) if (member.state !== 'dead') member.giveUp();
    await this.allIdle();
    if (this.closed || generation !== this.generation) return;
    if (!this.members.some(({ state }) => state === 'dead')) this.assign();
  }

  /** Everybody finishes and leaves; nothing is dealt out again. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.all(this.members.map((member) => member.leave()));
    clearInterval(this.watch);
  }

  private admit(member: SqliteMember): void {
    this.members.push(member);
    const often = Math.min(...this.members.map(timeoutOf)) / 5;
    clearInterval(this.watch);
    this.watch = setInterval(() => this.expelSilent(), often).unref();
    void this.rebalance();
  }

  private assign(): void {
    const members = this.members.filter(({ state }) => state === 'live');
    const topics = [...new Set(members.flatMap((member) => member.topics))].toSorted();
    const dealt = roundRobin(
      members,
      topics.flatMap((topic) => this.resources.partitionsOf(topic)),
    );
    this.stable = true;
    for (const member of members) {
      member.take(this.sessionOf(member, dealt.get(member) ?? []));
      this.joining.get(member)?.();
      this.joining.delete(member);
    }
  }

  private sessionOf(member: SqliteMember, partitions: readonly TopicPartition[]): MemberSession {
    const assignment: Assignment = { generation: this.generation, partitions };
    return new MemberSession({
      ...this.resources,
      assignment,
      partitions: partitions.flatMap(({ topic, partition }) =>
        this.resources.partitionsOf(topic).filter((one) => one.partition === partition),
      ),
      maxBatch: member.options.maxBatch ?? 500,
      deliver: (batch) => member.options.handler.batch(batch),
      failed: (error) => member.fail(error),
    });
  }

  // As Kafka's coordinator does: it waits for everybody to come back, those who stay away are expelled by the watch.
  private async allIdle(): Promise<void> {
    await Promise.all(this.members.filter(({ state }) => state !== 'dead').map((member) => member.idle()));
  }

  private expelSilent(): void {
    const now = performance.now();
    for (const member of this.members) {
      if (member.silentSince(now - timeoutOf(member))) this.expel(member);
    }
  }

  private expel(member: SqliteMember): void {
    this.members = this.members.filter((other) => other !== member);
    member.giveUp();
    void this.rebalance();
    void this.readmit(member);
  }

  private async readmit(member: SqliteMember): Promise<void> {
    await member.idle();
    if (member.state === 'live' && !this.closed) this.admit(member);
  }
}

function timeoutOf(member: SqliteMember): number {
  return member.options.sessionTimeoutMs ?? SESSION_TIMEOUT_MS;
}
