import {
  PartitionAssigners,
  type Consumer,
  type ConsumerCrashEvent,
  type ConsumerGroupJoinEvent,
} from 'kafkajs';
import {
  StaleGenerationError,
  type Assignment,
  type GroupMember,
  type GroupOptions,
  type OffsetCommit,
  type TopicPartition,
} from '../event-log.js';
import { GroupCommits } from './group-commits.js';
import { Delivery } from './delivery.js';
import { asLogError, translated } from './kafka-errors.js';
import { LifeSigns } from './life-signs.js';
import { MemberTerm } from './member-term.js';
import type { MemberTools } from './member-tools.js';
import { nameOf } from '../partition-name.js';

const NOTHING: Assignment = { generation: 0, partitions: [] };

/** Longest wait of a fetch that finds nothing. Heartbeats and new assignments wait for it, records do not. */
const FETCH_WAIT_MS = 250;
/** The first heartbeat of a generation tells its number, which commits need: often, so that none waits long. */
const HEARTBEAT_MS = 200;
/** What a member may take to finish its batches before the others go on without it. */
const REBALANCE_MS = 60_000;
/** As short as brokers allow by default: a member that died is missed for this long. */
const SESSION_MS = 6_000;
/** All partitions of a fetch are worked on at once; the next fetch comes when they are done. */
const AT_ONCE = 256;
/** For finishing and leaving; a broker that is gone is not waited for. */
const LEAVE_MS = 5_000;

/** One membership of a group, on kafkajs' `eachBatch`. */
export class KafkaMember implements GroupMember {
  readonly ended: Promise<Error | undefined>;
  private readonly consumer: Consumer;
  private readonly groupId: string;
  private readonly commits: GroupCommits;
  private readonly signs: LifeSigns;
  private readonly paused = new Set<string>();
  private readonly delivery: Delivery;
  private readonly joined = Promise.withResolvers<void>();
  private readonly handedOver = Promise.withResolvers<void>();
  private term: MemberTerm | undefined;
  private generation = 0;
  private leaving: Promise<void> | undefined;
  private end: (error: Error | undefined) => void = () => undefined;

  private constructor(
    private readonly options: GroupOptions,
    private readonly tools: MemberTools,
  ) {
    this.groupId = tools.names.group(options.group, options.topics);
    this.commits = new GroupCommits(this.groupId, tools.names);
    this.ended = new Promise((resolve) => {
      this.end = resolve;
    });
    this.consumer = this.newConsumer();
    this.delivery = new Delivery(options, tools, {
      term: () => this.term,
      isPaused: (partition) => this.paused.has(nameOf(partition)),
      lost: () => this.giveUp(),
      failed: (error) => this.fail(error),
    });
    this.signs = new LifeSigns(this.consumer, this.sessionMs, () => this.delivery.busy);
    this.listen();
    // A failure before anybody waits for the first assignment is told by `ended` and by whoever connects.
    this.joined.promise.catch(() => undefined);
  }

  /** Resolves with the first assignment. @throws UnavailableError when no broker takes it in */
  static async join(options: GroupOptions, tools: MemberTools): Promise<KafkaMember> {
    const member = new KafkaMember(options, tools);
    try {
      await translated(() => member.begin());
    } catch (error) {
      member.signs.stop();
      await member.disconnect();
      throw error;
    }
    // In a later turn, so that whoever joined has the member before its first batch comes.
    setImmediate(() => member.handedOver.resolve());
    return member;
  }

  assignment(): Assignment {
    return this.term?.assignment ?? NOTHING;
  }

  async commit(generation: number, offsets: readonly OffsetCommit[]): Promise<void> {
    const { term } = this;
    if (term === undefined || term.isOver || term.assignment.generation !== generation)
      throw new StaleGenerationError('The group has moved on.');
    await this.commits.commit(term, offsets);
  }

  pause(partitions: readonly TopicPartition[]): void {
    for (const partition of partitions) this.paused.add(nameOf(partition));
    this.consumer.pause(this.asKafka(partitions));
  }

  resume(partitions: readonly TopicPartition[]): void {
    for (const partition of partitions) this.paused.delete(nameOf(partition));
    const { term } = this;
    // Those of a term that has not opened yet are resumed when it does.
    if (term?.opened) this.consumer.resume(this.asKafka(partitions.filter((one) => term.has(one))));
  }

  async leave(): Promise<void> {
    this.leaving ??= this.finishAndLeave(undefined);
    await this.leaving;
  }

  /** For tests: stops as if its process had been killed; its group finds out after the session timeout. */
  async crash(): Promise<void> {
    this.leaving = Promise.resolve();
    this.term?.end();
    this.signs.stop();
    await this.commits.freeze();
    this.end(new Error('The member crashed.'));
  }

  private get sessionMs(): number {
    return this.options.sessionTimeoutMs ?? SESSION_MS;
  }

  private newConsumer(): Consumer {
    return this.tools.kafka.consumer({
      groupId: this.groupId,
      sessionTimeout: this.sessionMs,
      rebalanceTimeout: REBALANCE_MS,
      heartbeatInterval: HEARTBEAT_MS,
      maxWaitTimeInMs: FETCH_WAIT_MS,
      allowAutoTopicCreation: false,
      retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 8 },
      partitionAssigners: [
        (config) => {
          this.commits.use(config.cluster);
          return PartitionAssigners.roundRobin(config);
        },
      ],
    });
  }

  private listen(): void {
    const { consumer } = this;
    const { GROUP_JOIN, HEARTBEAT, REBALANCING, CRASH, END_BATCH_PROCESS } = consumer.events;
    consumer.on(GROUP_JOIN, (event) => this.took(event));
    consumer.on(HEARTBEAT, ({ payload }) => this.term?.heard(payload.memberId, payload.groupGenerationId));
    consumer.on(REBALANCING, () => this.giveUp());
    consumer.on(CRASH, (event) => this.crashed(event));
    // Of a batch with nothing to see in it kafkajs tells nobody else.
    consumer.on(END_BATCH_PROCESS, ({ payload: { topic, partition, batchSize, lastOffset } }) => {
      if (batchSize === 0)
        this.tools.passed?.({ topic: this.tools.names.plain(topic), partition }, Number(lastOffset) + 1);
    });
    this.signs.lost = () => this.fail(new Error('The consumer has fallen silent.'));
  }

  private async begin(): Promise<void> {
    const { names } = this.tools;
    await this.consumer.connect();
    await this.consumer.subscribe({
      topics: this.options.topics.map((topic) => names.topic(topic)),
      fromBeginning: true,
    });
    const running = this.consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: AT_ONCE,
      eachBatch: (payload) => this.delivery.deliver(payload),
    });
    await Promise.race([this.joined.promise, running.then(() => this.joined.promise)]);
  }

  /** The group gave partitions of a new generation. They stay shut until the handler has said where to begin. */
  private took({ payload: { memberId, memberAssignment } }: ConsumerGroupJoinEvent): void {
    this.giveUp();
    const { names } = this.tools;
    const partitions = Object.entries(memberAssignment).flatMap(([topic, numbers]) =>
      numbers.map((partition) => ({ topic: names.plain(topic), partition })),
    );
    const term = new MemberTerm({ generation: ++this.generation, partitions }, memberId, this.sessionMs);
    this.term = term;
    this.consumer.pause(this.asKafka(partitions));
    this.joined.resolve();
    this.open(term).catch((error: unknown) => {
      if (!term.isOver) this.fail(error);
    });
  }

  private async open(term: MemberTerm): Promise<void> {
    await this.handedOver.promise;
    if (term.isOver) return;
    const starts = (await this.options.handler.assigned?.(term.assignment, this)) ?? [];
    // Batches in hand keep kafkajs from sending heartbeats, and a commit would wait for the first of them.
    await term.known;
    if (term.isOver || term !== this.term) return;
    for (const { topic, partition, offset } of starts)
      this.consumer.seek({ topic: this.tools.names.topic(topic), partition, offset: String(offset) });
    term.opened = true;
    const wanted = term.assignment.partitions.filter((one) => !this.paused.has(nameOf(one)));
    this.consumer.resume(this.asKafka(wanted));
  }

  private giveUp(): void {
    const { term } = this;
    if (!term?.end()) return;
    this.term = undefined;
    try {
      this.options.handler.revoked?.(term.assignment);
    } catch (error) {
      this.fail(error);
    }
  }

  private crashed({ payload: { error, restart } }: ConsumerCrashEvent): void {
    this.giveUp();
    // It was about to start anew while it was told to leave.
    if (restart && this.leaving !== undefined) setImmediate(() => void this.disconnect());
    if (!restart) this.fail(asLogError(error));
  }

  private fail(error: unknown): void {
    const failure = error instanceof Error ? error : new Error('A handler failed.', { cause: error });
    this.joined.reject(failure);
    this.leaving ??= this.finishAndLeave(failure);
  }

  private async finishAndLeave(failure: Error | undefined): Promise<void> {
    this.signs.stop();
    if (failure !== undefined) this.giveUp();
    await this.disconnect();
    this.giveUp();
    this.end(failure);
  }

  private async disconnect(): Promise<void> {
    const limit = Promise.withResolvers<void>();
    const timer = setTimeout(() => limit.resolve(), LEAVE_MS);
    await Promise.race([this.consumer.disconnect().catch(() => undefined), limit.promise]);
    clearTimeout(timer);
  }

  private asKafka(partitions: readonly TopicPartition[]) {
    const byTopic = Map.groupBy(partitions, ({ topic }) => topic);
    return [...byTopic].map(([topic, ones]) => ({
      topic: this.tools.names.topic(topic),
      partitions: ones.map(({ partition }) => partition),
    }));
  }
}
