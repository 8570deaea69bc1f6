import type { EachBatchPayload } from 'kafkajs';
import type { Batch, GroupOptions, LogRecord, TopicPartition } from '../event-log.js';
import { nameOfError } from '../messaging-logger.js';
import { piecesOf } from './kafka-batch.js';
import { isLost } from './kafka-errors.js';
import type { MemberTerm } from './member-term.js';
import type { MemberTools } from './member-tools.js';
import { nameOf } from '../partition-name.js';

/** The member whose batches are delivered. */
export interface Recipient {
  term(): MemberTerm | undefined;
  isPaused(partition: TopicPartition): boolean;
  /** The group has moved on. */
  lost(): void;
  failed(error: unknown): void;
}

const MAX_BATCH = 500;

/** Takes kafkajs' batches to the handler, one at a time for each partition. */
export class Delivery {
  private readonly inHand = new Map<string, Promise<void>>();

  constructor(
    private readonly options: GroupOptions,
    private readonly tools: Omit<MemberTools, 'kafka'>,
    private readonly member: Recipient,
  ) {}

  get busy(): boolean {
    return this.inHand.size > 0;
  }

  async deliver(payload: EachBatchPayload): Promise<void> {
    const { topic, partition } = payload.batch;
    const place = { topic: this.tools.names.plain(topic), partition };
    const name = nameOf(place);
    // After a new assignment the batch of the former one may still be in hand.
    await this.inHand.get(name);
    const term = this.member.term();
    if (!term?.opened || term.isOver || this.member.isPaused(place)) return;
    const work = this.workOn(payload, place, term).finally(() => this.inHand.delete(name));
    this.inHand.set(name, work);
    await work;
    // kafkajs joins anew when it hears of it from us; else with its own next heartbeat.
    if (term.loss instanceof Error) throw term.loss;
  }

  /**
   * What is not resolved is fetched again: by this member, or by whoever has the partition then. Only a batch that was
   * worked on to its end is passed: one that comes when its term is over (a process that was held for a while) is not.
   */
  private async workOn(payload: EachBatchPayload, place: TopicPartition, term: MemberTerm): Promise<void> {
    const { handler, maxBatch = MAX_BATCH } = this.options;
    for (const records of piecesOf(payload, place.topic, maxBatch)) {
      const batch = this.batchOf(payload, place, records, term);
      try {
        await handler.batch(batch);
      } catch (error) {
        return this.member.failed(error);
      }
      if (batch.isStale()) return;
      payload.resolveOffset(String(records.at(-1)?.offset));
      if (this.member.isPaused(place) || !payload.isRunning()) return;
    }
    this.tools.passed?.(place, Number(payload.batch.lastOffset()) + 1);
  }

  private batchOf(
    payload: EachBatchPayload,
    place: TopicPartition,
    records: readonly LogRecord[],
    term: MemberTerm,
  ): Batch {
    return {
      ...place,
      records,
      high: Number(payload.batch.highWatermark),
      heartbeat: () => this.beat(payload, term),
      isStale: () => term.isOver,
    };
  }

  private async beat(payload: EachBatchPayload, term: MemberTerm): Promise<void> {
    try {
      await payload.heartbeat();
    } catch (error) {
      if (!isLost(error)) return this.noteMissed(error);
      term.loss ??= error;
      if (term === this.member.term()) this.member.lost();
    }
  }

  private noteMissed(error: unknown): void {
    const fields = { group: this.options.group, error: nameOfError(error) };
    this.tools.logger.debug(fields, 'A heartbeat did not arrive');
  }
}
