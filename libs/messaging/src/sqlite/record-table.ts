import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { LogRecord, NewRecord } from '../event-log.js';
import { OFFSETS, type LogPartition } from './log-partition.js';

interface RecordRow {
  readonly position: number;
  readonly key: string | null;
  readonly value: Uint8Array<ArrayBuffer> | null;
  readonly headers: string;
  readonly timestamp: number;
}

export class RecordTable {
  private readonly insert: StatementSync;
  private readonly select: StatementSync;

  constructor(database: DatabaseSync) {
    this.insert = database.prepare(
      'INSERT INTO records (position, key, value, headers, timestamp, compacts) VALUES (?, ?, ?, ?, ?, ?)',
    );
    this.select = database.prepare(
      'SELECT position, key, value, headers, timestamp FROM records WHERE position >= ? AND position < ? ORDER BY position LIMIT ?',
    );
  }

  /** Puts the record at the end of the partition and answers its offset. Inside a transaction. */
  append(partition: LogPartition, record: NewRecord, timestamp: number): number {
    const offset = partition.high;
    this.insert.run(
      partition.at(offset),
      record.key,
      record.value,
      JSON.stringify(record.headers),
      timestamp,
      partition.compacts ? 1 : 0,
    );
    partition.high = offset + 1;
    return offset;
  }

  read(partition: LogPartition, from: number, limit: number): LogRecord[] {
    const rows = this.select.all(partition.at(from), partition.at(OFFSETS), limit) as unknown as RecordRow[];
    return rows.map((row) => toRecord(partition, row));
  }
}

function toRecord(place: LogPartition, row: RecordRow): LogRecord {
  const { value } = row;
  return {
    topic: place.topic,
    partition: place.partition,
    offset: place.offsetOf(row.position),
    key: row.key,
    value: value && Buffer.from(value.buffer, value.byteOffset, value.byteLength),
    headers: JSON.parse(row.headers) as Record<string, string>,
    timestamp: row.timestamp,
  };
}
