import { MAX_RECORD_BYTES, RecordTooLargeError, type NewRecord } from './event-log.js';

/** The same refusals on every adapter, so that nothing works embedded and fails on a broker. Answers the bytes. */
export function checkRecord(record: NewRecord, compacts: boolean): number {
  if (record.key === null && compacts) {
    throw new TypeError(`A record for ${record.topic} needs a key, because the topic is compacted.`);
  }
  const bytes = sizeOf(record);
  if (bytes <= MAX_RECORD_BYTES) return bytes;
  throw new RecordTooLargeError(
    `A record for ${record.topic} has ${bytes} bytes, ${MAX_RECORD_BYTES} are allowed.`,
  );
}

function sizeOf({ key, value, headers }: NewRecord): number {
  const texts = [key ?? '', ...Object.entries(headers).flat()];
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), value?.length ?? 0);
}
