import { CompressionTypes, type Producer, type RecordMetadata, type TopicMessages } from 'kafkajs';
import { UnavailableError, type Appended, type NewRecord } from '../event-log.js';
import { asLogError, kindOf } from './kafka-errors.js';
import type { KafkaNames } from './kafka-names.js';

/** A record whose partition is known. */
export interface Placed {
  readonly record: NewRecord;
  readonly partition: number;
  readonly bytes: number;
  /** Milliseconds since 1970; the brokers put their own in its place (`message.timestamp.type`). */
  readonly timestamp: number;
}

interface Job {
  readonly places: (Appended | undefined)[];
  left: number;
  readonly resolve: (places: readonly Appended[]) => void;
  readonly reject: (error: unknown) => void;
  failed: boolean;
}

interface Waiting extends Placed {
  readonly job: Job;
  readonly index: number;
}

/** In one request, so that a broker that is slow does not meet with more than it can take in time. */
const MAX_REQUEST_BYTES = 4 * 1024 * 1024;
/** What may wait while the brokers are away; more is refused, so that memory ends neither the process nor the machine. */
const MAX_WAITING_BYTES = 64 * 1024 * 1024;
/**
 * Of what goes to one partition, in the mean: below this, packing costs more time than it saves. Each partition is packed
 * and unpacked by itself; with 3 KB for each of twelve, from append to reader took 6.4 ms packed and 2.5 ms not.
 */
const WORTH_PACKING_BYTES = 16 * 1024;

/**
 * One request at a time, with everything that came while the one before was on its way: order holds by itself, and
 * many small appends share a round trip. Not kafkajs' idempotent producer: duplicates are harmless here, and after a
 * failed send it gives the next batch the same sequence number, which a broker that did store the first one takes for
 * a repetition and drops (docs/adr/0009-plain-producer.md).
 */
export class AppendQueue {
  private waiting: Waiting[] = [];
  private waitingBytes = 0;
  private sending: Promise<void> | undefined;
  private closed = false;

  constructor(
    private readonly producer: Pick<Producer, 'sendBatch'>,
    private readonly names: KafkaNames,
    private readonly maxBatchBytes: number,
  ) {}

  append(records: readonly Placed[]): Promise<readonly Appended[]> {
    if (this.closed) return Promise.reject(new UnavailableError('The event log is closed.'));
    if (records.length === 0) return Promise.resolve([]);
    if (this.waitingBytes > MAX_WAITING_BYTES)
      return Promise.reject(new UnavailableError('Too much is waiting for the event log already.'));
    return new Promise((resolve, reject) => {
      const job = { places: [], left: records.length, resolve, reject, failed: false };
      for (const [index, record] of records.entries()) this.waiting.push({ ...record, job, index });
      this.waitingBytes += bytesOf(records);
      this.sending ??= this.sendAll().finally(() => (this.sending = undefined));
    });
  }

  /** Resolves when what was asked for before is sent; nothing more is taken. */
  async close(): Promise<void> {
    this.closed = true;
    await this.sending;
  }

  private async sendAll(): Promise<void> {
    // What is asked for in the same turn goes together.
    await new Promise(setImmediate);
    while (this.waiting.length > 0) await this.send(this.take());
  }

  private take(): Waiting[] {
    const perPartition = new Map<string, number>();
    let total = 0;
    let count = 0;
    for (const { record, partition, bytes } of this.waiting) {
      const place = `${record.topic}/${partition}`;
      const there = perPartition.get(place) ?? 0;
      if (there > 0 && there + bytes > this.maxBatchBytes) break;
      if (count > 0 && total + bytes > MAX_REQUEST_BYTES) break;
      perPartition.set(place, there + bytes);
      total += bytes;
      count++;
    }
    this.waitingBytes -= total;
    return this.waiting.splice(0, count);
  }

  private async send(records: readonly Waiting[]): Promise<void> {
    // The rest of an append that failed is not sent: its caller does not know how far it came either way.
    const live = records.filter(({ job }) => !job.failed);
    if (live.length === 0) return;
    try {
      settle(live, await this.producer.sendBatch(this.requestOf(live)), this.names);
    } catch (error) {
      if (live.length > 1 && kindOf(error) === 'MESSAGE_TOO_LARGE') await this.oneByOne(live);
      else fail(live, asLogError(error));
    }
  }

  /** Only the record that is too large is to blame, not those that happened to go with it. */
  private async oneByOne(records: readonly Waiting[]): Promise<void> {
    for (const record of records) await this.send([record]);
  }

  private requestOf(records: readonly Waiting[]) {
    const byTopic = Map.groupBy(records, ({ record }) => record.topic);
    const topicMessages: TopicMessages[] = [...byTopic].map(([topic, placed]) => ({
      topic: this.names.topic(topic),
      messages: placed.map(({ record, partition, timestamp }) => ({
        key: record.key,
        value: record.value,
        partition,
        headers: { ...record.headers },
        timestamp: String(timestamp),
      })),
    }));
    const compression =
      bytesOf(records) > WORTH_PACKING_BYTES * placesOf(records)
        ? CompressionTypes.GZIP
        : CompressionTypes.None;
    return { topicMessages, acks: -1, compression };
  }
}

function placesOf(records: readonly Waiting[]): number {
  return new Set(records.map(({ record, partition }) => `${record.topic}/${partition}`)).size;
}

function bytesOf(records: readonly Placed[]): number {
  return records.reduce((sum, { bytes }) => sum + bytes, 0);
}

function settle(records: readonly Waiting[], answers: readonly RecordMetadata[], names: KafkaNames): void {
  const next = new Map(
    answers.map(({ topicName, partition, baseOffset }) => [`${topicName}/${partition}`, Number(baseOffset)]),
  );
  for (const { record, partition, job, index } of records) {
    const place = `${names.topic(record.topic)}/${partition}`;
    const offset = next.get(place) ?? Number.NaN;
    next.set(place, offset + 1);
    job.places[index] = { topic: record.topic, partition, offset };
    job.left--;
    if (job.left === 0 && !job.failed) job.resolve(job.places as readonly Appended[]);
  }
}

function fail(records: readonly Waiting[], error: unknown): void {
  for (const { job } of records) {
    job.failed = true;
    job.reject(error);
  }
}
