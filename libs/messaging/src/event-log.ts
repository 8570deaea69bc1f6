// The port to the event log. It promises what Kafka promises and no more: partitions, order per key, consumer groups,
// offsets with metadata, at-least-once redelivery, compaction by key, tombstones. Every adapter passes one contract suite.
import type { Topic } from '@jobwire/contracts';

export { UnavailableError } from '@jobwire/kernel';

/** A record to append. `partition` is given where a key must not decide (match sets); else it follows from the key. */
export interface NewRecord {
  readonly topic: string;
  readonly partition?: number;
  readonly key: string | null;
  /** null deletes the key on compacted topics. */
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
}

export interface LogRecord extends NewRecord {
  readonly partition: number;
  readonly offset: number;
  /** When it was appended, milliseconds since 1970. */
  readonly timestamp: number;
}

/** Where an appended record stands. */
export interface Appended {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
}

export interface Watermarks {
  readonly partition: number;
  /** The first offset still kept. */
  readonly low: number;
  /** One past the last record. */
  readonly high: number;
}

/** `offset` is the next record to read. */
export interface Committed {
  readonly offset: number;
  readonly metadata: string;
}

export interface OffsetCommit extends Committed {
  readonly topic: string;
  readonly partition: number;
}

export interface TopicPartition {
  readonly topic: string;
  readonly partition: number;
}

/** What a group gave one member in one generation. */
export interface Assignment {
  readonly generation: number;
  readonly partitions: readonly TopicPartition[];
}

/** Where to begin reading: the committed offset (else the earliest), or an offset of the reader's own choice. */
export interface StartAt extends TopicPartition {
  readonly offset: number;
}

/** Records of one partition, in order. */
export interface Batch extends TopicPartition {
  readonly records: readonly LogRecord[];
  /** The end of the partition when the batch was read: lag = high - last offset - 1. */
  readonly high: number;
  /** Tells the group that this member lives; long work calls it now and then. */
  heartbeat(): Promise<void>;
  /** The partition was given up meanwhile: what is done now is done by a stranger too. */
  isStale(): boolean;
}

export interface GroupHandler {
  /**
   * Called before the first record of an assignment. Partitions it does not name begin at their committed offset,
   * those without one at the earliest. `member` is what join() resolves to, for those who commit before they read.
   */
  assigned?(assignment: Assignment, member: GroupMember): Promise<readonly StartAt[] | void>;
  /** At once when the partitions are given up; nothing of that generation may be committed from here on. */
  revoked?(assignment: Assignment): void;
  /** One batch at a time for one partition. A rejection ends the member: classify errors before they get here. */
  batch(batch: Batch): Promise<void>;
}

export interface GroupMember {
  assignment(): Assignment;
  /**
   * Commits with the generation given, once and without retries.
   * @throws StaleGenerationError when the group has moved on since
   */
  commit(generation: number, offsets: readonly OffsetCommit[]): Promise<void>;
  /** Nothing of the partition is delivered until it is resumed. */
  pause(partitions: readonly TopicPartition[]): void;
  resume(partitions: readonly TopicPartition[]): void;
  /** Finishes the batches in hand, then leaves the group. */
  leave(): Promise<void>;
  /** Settles when the member has ended: undefined after leave(), the error after a failure. */
  readonly ended: Promise<Error | undefined>;
}

export interface GroupOptions {
  readonly group: string;
  readonly topics: readonly string[];
  readonly handler: GroupHandler;
  /** A member unheard of for this long is thrown out; when absent 10 s, on Kafka 6 s. */
  readonly sessionTimeoutMs?: number;
  /** Records in one batch at most; 500 when absent. */
  readonly maxBatch?: number;
}

/** Reads every partition of some topics for itself, without a group and without commits. */
export interface FollowOptions {
  readonly topics: readonly string[];
  /** Partitions that a list of offsets does not name begin at the earliest. */
  readonly from: 'earliest' | 'latest' | readonly StartAt[];
  readonly batch: (batch: Batch) => Promise<void>;
  readonly maxBatch?: number;
}

export interface Follower {
  /** The next offset to read, by partition. */
  position(partition: TopicPartition): number;
  pause(partitions: readonly TopicPartition[]): void;
  resume(partitions: readonly TopicPartition[]): void;
  close(): Promise<void>;
  readonly ended: Promise<Error | undefined>;
}

export interface EventLog {
  /**
   * Creates what is missing, also the topic that holds the log id; existing topics are fine.
   * @throws PartitionCountError naming both counts when an existing topic has another number of partitions
   */
  ensureTopics(topics: readonly Topic[]): Promise<void>;
  /** Names this log's history; another id means that remembered offsets mean nothing. */
  logId(): Promise<string>;
  partitionsOf(topic: string): Promise<number>;
  /**
   * Resolves when all of them are durable, in the order given.
   * @throws UnknownTopicError, RecordTooLargeError, UnavailableError; after the last one they may still be in the log
   */
  append(records: readonly NewRecord[]): Promise<readonly Appended[]>;
  watermarks(topic: string): Promise<readonly Watermarks[]>;
  /** By partition; those never committed are missing. */
  committed(group: string, topic: string): Promise<ReadonlyMap<number, Committed>>;
  /**
   * Resolves with the member's first assignment; does not wait for what its handler does with it. The first batch is
   * delivered after that.
   */
  join(options: GroupOptions): Promise<GroupMember>;
  /** Resolves once the starting offsets are fixed, before the first batch: whatever is appended after that is delivered. */
  follow(options: FollowOptions): Promise<Follower>;
  /** Ends every member and follower, then lets go of what it holds. */
  close(): Promise<void>;
}

/** The group has moved on: another member may own the partition by now. */
export class StaleGenerationError extends Error {
  override readonly name = 'StaleGenerationError';
}

export class PartitionCountError extends Error {
  override readonly name = 'PartitionCountError';
}

/** No such topic: `ensureTopics` was not called with it. */
export class UnknownTopicError extends Error {
  override readonly name = 'UnknownTopicError';
}

export class RecordTooLargeError extends Error {
  override readonly name = 'RecordTooLargeError';
}

/** Key, value and headers together: what a Kafka broker takes as it comes out of the box (`message.max.bytes`). */
export const MAX_RECORD_BYTES = 1_048_576;

/** Commit metadata, UTF-8: Kafka's `offset.metadata.max.bytes`. */
export const MAX_METADATA_BYTES = 4_096;
