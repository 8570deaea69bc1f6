import type { DatabaseSync } from 'node:sqlite';
import { topics as knownTopics, type Topic } from '@jobwire/contracts';
import { partitionOf } from '@jobwire/kernel';
import {
  MAX_METADATA_BYTES,
  PartitionCountError,
  type Appended,
  type Committed,
  type EventLog,
  type Follower,
  type FollowOptions,
  type GroupMember,
  type GroupOptions,
  type NewRecord,
  type OffsetCommit,
  type Watermarks,
} from '../event-log.js';
import { checkRecord } from '../check-record.js';
import { ensureIdentity, readIdentity } from './log-identity.js';
import type { LogPartition } from './log-partition.js';
import { Maintenance } from './maintenance.js';
import { OffsetTable } from './offset-table.js';
import type { SqliteLogSettings } from './sqlite-log-options.js';
import { RecordTable } from './record-table.js';
import { SqliteFollower } from './sqlite-follower.js';
import { SqliteGroup } from './sqlite-group.js';
import { SqliteMember } from './sqlite-member.js';
import { TopicTable } from './topic-table.js';
import { RefusedWrite, WriteQueue } from './write-queue.js';

/** The event log in one SQLite file, with everybody who reads it in this process. */
export class SqliteLog implements EventLog {
  private readonly topics: TopicTable;
  private readonly records: RecordTable;
  private readonly offsets: OffsetTable;
  private readonly writes: WriteQueue;
  private readonly maintenance: Maintenance;
  private readonly groups = new Map<string, SqliteGroup>();
  private readonly followers = new Set<SqliteFollower>();
  private readonly touched = new Set<LogPartition>();
  private readonly timer: NodeJS.Timeout;

  /** Use `openSqliteLog`. */
  constructor(
    private readonly database: DatabaseSync,
    private readonly settings: SqliteLogSettings,
  ) {
    this.topics = new TopicTable(database, settings.prefix);
    this.records = new RecordTable(database);
    this.offsets = new OffsetTable(database, settings.prefix);
    this.writes = new WriteQueue(database, {
      committed: () => this.wakeReaders(),
      rolledBack: () => this.forgetAppended(),
    });
    this.maintenance = new Maintenance(database, this.writes, settings);
    this.timer = setInterval(() => this.maintainOnTime(), settings.maintainEveryMs).unref();
  }

  async ensureTopics(topics: readonly Topic[]): Promise<void> {
    const wanted = [...topics, knownTopics.log];
    await this.writes.write(() => {
      this.refuseOthers(wanted);
      for (const topic of wanted) this.topics.ensure(topic, this.countOf(topic));
      ensureIdentity(this.records, this.partition(knownTopics.log.name, 0), this.settings.clock);
    });
  }

  async logId(): Promise<string> {
    const id = readIdentity(this.records, this.partition(knownTopics.log.name, 0));
    if (id === undefined) throw new Error('The log has no id. Call ensureTopics first.');
    return id;
  }

  async partitionsOf(topic: string): Promise<number> {
    return this.topics.of(topic).partitions.length;
  }

  async append(records: readonly NewRecord[]): Promise<readonly Appended[]> {
    const placed = records.map((record) => ({ record, partition: this.place(record) }));
    for (const { record, partition } of placed) checkRecord(record, partition.compacts);
    return this.writes.write(() => placed.map(({ record, partition }) => this.put(record, partition)));
  }

  async watermarks(topic: string): Promise<readonly Watermarks[]> {
    return this.topics.of(topic).partitions.map(({ partition, low, high }) => ({ partition, low, high }));
  }

  async committed(group: string, topic: string): Promise<ReadonlyMap<number, Committed>> {
    const found = new Map<number, Committed>();
    for (const partition of this.topics.of(topic).partitions) {
      const committed = this.offsets.of(group, partition);
      if (committed) found.set(partition.partition, committed);
    }
    return found;
  }

  async join(options: GroupOptions): Promise<GroupMember> {
    return this.group(options.group).join(options);
  }

  async follow(options: FollowOptions): Promise<Follower> {
    const partitions = options.topics.flatMap((topic) => this.topics.of(topic).partitions);
    const follower = new SqliteFollower(partitions, this.records, options);
    this.followers.add(follower);
    void follower.ended.then(() => this.followers.delete(follower));
    return follower;
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all([...this.groups.values()].map((group) => group.close()));
    await Promise.all([...this.followers].map((follower) => follower.close()));
    this.writes.close();
    if (this.database.isOpen) this.database.close();
  }

  /** Compacts and removes what is too old, as if it were `now`; by itself it does so every few minutes. */
  async maintain(now: Date = this.settings.clock.now()): Promise<void> {
    await this.maintenance.run(this.topics.all(), now.getTime());
  }

  /** For tests: the member stops as if its process had been killed; its group finds out after the session timeout. */
  crash(member: GroupMember): void {
    if (member instanceof SqliteMember) member.crash();
  }

  /** For tests: every partition of the group is dealt out anew. Resolves when the new generation has begun. */
  async rebalance(group: string): Promise<void> {
    await this.group(group).rebalance();
  }

  /** For tests and repairs: sets where the group begins from its next generation on. */
  async rewind(group: string, to: OffsetCommit): Promise<void> {
    const partition = this.partition(to.topic, to.partition);
    await this.writes.write(() => this.offsets.save(group, partition, to));
  }

  private refuseOthers(topics: readonly Topic[]): void {
    try {
      for (const topic of topics) this.topics.refuseOther(topic, this.countOf(topic));
    } catch (error) {
      throw error instanceof PartitionCountError ? new RefusedWrite(error) : error;
    }
  }

  private countOf({ partitions }: Topic): number {
    return partitions === 'one' ? 1 : this.settings.partitions;
  }

  private put(record: NewRecord, partition: LogPartition): Appended {
    const offset = this.records.append(partition, record, this.settings.clock.now().getTime());
    this.touched.add(partition);
    return { topic: record.topic, partition: partition.partition, offset };
  }

  private place(record: NewRecord): LogPartition {
    const { partitions } = this.topics.of(record.topic);
    return this.partition(record.topic, record.partition ?? partitionOf(record.key ?? '', partitions.length));
  }

  private partition(topic: string, number: number): LogPartition {
    const partition = this.topics.of(topic).partitions[number];
    if (partition) return partition;
    throw new RangeError(`The topic ${topic} has no partition ${number}.`);
  }

  private group(name: string): SqliteGroup {
    const group = this.groups.get(name) ?? this.newGroup(name);
    this.groups.set(name, group);
    return group;
  }

  private newGroup(name: string): SqliteGroup {
    return new SqliteGroup({
      records: this.records,
      partitionsOf: (topic) => this.topics.of(topic).partitions,
      committed: (partition) => this.offsets.of(name, partition)?.offset,
      save: (offsets, refusal) => this.saveOffsets(name, offsets, refusal),
    });
  }

  private async saveOffsets(
    group: string,
    offsets: readonly OffsetCommit[],
    refusal: () => Error | undefined,
  ): Promise<void> {
    const placed = offsets.map((commit) => {
      refuseLong(commit.metadata);
      return { commit, partition: this.partition(commit.topic, commit.partition) };
    });
    await this.writes.write(() => {
      const refused = refusal();
      if (refused) throw new RefusedWrite(refused);
      for (const { commit, partition } of placed) this.offsets.save(group, partition, commit);
    });
  }

  private wakeReaders(): void {
    const touched = [...this.touched];
    this.touched.clear();
    for (const partition of touched) partition.wake();
  }

  private forgetAppended(): void {
    this.touched.clear();
    if (this.database.isOpen) this.topics.load();
  }

  private maintainOnTime(): void {
    this.maintain().catch(this.settings.maintenanceFailed);
  }
}

function refuseLong(metadata: string): void {
  if (Buffer.byteLength(metadata) <= MAX_METADATA_BYTES) return;
  throw new RangeError(`Commit metadata may have ${MAX_METADATA_BYTES} bytes.`);
}
