import { MAX_RECORD_BYTES, RecordTooLargeError, type NewRecord } from '../event-log.js';
import type { LogPartition } from './log-partition.js';

/** Refuses what a Kafka broker would refuse, so that nothing works embedded and fails there. */
export function checkRecord(record: NewRecord, partition: LogPartition): void {
  if (record.key === null && partition.compacts) {
    throw new TypeError(`A record for ${record.topic} needs a key, because the topic is compacted.`);
  }
  const bytes = sizeOf(record);
  if (bytes <= MAX_RECORD_BYTES) return;
  throw new RecordTooLargeError(
    `A record for ${record.topic} has ${bytes} bytes, ${MAX_RECORD_BYTES} are allowed.`,
  );
}

function sizeOf({ key, value, headers }: NewRecord): number {
  const texts = [key ?? '', ...Object.entries(headers).flat()];
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), value?.length ?? 0);
}
