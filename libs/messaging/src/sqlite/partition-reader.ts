import { setImmediate as turn } from 'node:timers/promises';
import type { Batch, LogRecord } from '../event-log.js';
import type { LogPartition } from './log-partition.js';
import type { RecordTable } from './record-table.js';

export interface Reading {
  readonly partition: LogPartition;
  readonly records: RecordTable;
  readonly maxBatch: number;
  readonly paused: boolean;
  /** The next offset to read. */
  readonly from: number;
  readonly deliver: (batch: Batch) => Promise<void>;
  /** Reading or a delivery failed; the reader has stopped. */
  readonly failed: (error: Error) => void;
}

/** Delivers one partition, one batch at a time, until it is stopped. */
export class PartitionReader {
  /** The next offset to read. */
  next: number;
  /** Set while a batch is in hand: when the reader of the batch was last heard of (performance.now). */
  heardAt: number | undefined;
  private paused: boolean;
  private stopped = false;
  private wake: () => void = () => undefined;
  private running: Promise<void> | undefined;

  constructor(private readonly reading: Reading) {
    this.next = startOf(reading);
    this.paused = reading.paused;
  }

  start(): void {
    this.running = this.run();
  }

  pause(): void {
    this.paused = true;
  }

  resume(): void {
    this.paused = false;
    this.wake();
  }

  /** Takes no further batch from now on; resolves when the one in hand is done. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.wake();
    await this.running;
  }

  private async run(): Promise<void> {
    try {
      // So that whoever joined or follows has the member or follower in hand before its first batch.
      await turn();
      while (!this.stopped) {
        const records = this.paused ? [] : this.read();
        await (records.length === 0 ? this.somethingNew() : this.deliver(records));
      }
    } catch (error) {
      this.stopped = true;
      this.reading.failed(error instanceof Error ? error : new Error('A batch failed', { cause: error }));
    }
  }

  private read(): LogRecord[] {
    const { partition, records, maxBatch } = this.reading;
    return this.next < partition.high ? records.read(partition, this.next, maxBatch) : [];
  }

  private async somethingNew(): Promise<void> {
    await new Promise<void>((resolve) => {
      const forget = this.reading.partition.onAppended(resolve);
      this.wake = () => {
        forget();
        resolve();
      };
    });
  }

  private async deliver(records: readonly LogRecord[]): Promise<void> {
    this.heardAt = performance.now();
    try {
      await this.reading.deliver(this.batchOf(records));
    } finally {
      this.heardAt = undefined;
    }
    this.next = (records.at(-1)?.offset ?? this.next) + 1;
    // Handlers that never wait for anything outside would keep sockets and timers from their turn.
    await turn();
  }

  private batchOf(records: readonly LogRecord[]): Batch {
    const { topic, partition, high } = this.reading.partition;
    return {
      topic,
      partition,
      records,
      high,
      heartbeat: async () => {
        if (this.heardAt !== undefined) this.heardAt = performance.now();
      },
      isStale: () => this.stopped,
    };
  }
}

// Offsets beyond the end belong to another history; reading twice is harmless, missing something is not.
function startOf({ from, partition }: Reading): number {
  return from > partition.high ? partition.low : Math.max(from, partition.low);
}
