import type { EventDefinition } from '@jobwire/contracts';
import { decode, type Batch, type DeadLetters, type LogRecord } from '@jobwire/messaging';
import type { Clock } from '@jobwire/kernel';
import type { Read } from '../../application/instance-tools.js';

/** Decodes a batch. What cannot be read goes to the dead letter, and its place is passed over. */
export async function readBatch<Data>(
  batch: Batch,
  event: EventDefinition<Data>,
  deadLetters: DeadLetters,
  clock: Clock,
): Promise<Read<Data>[]> {
  const read: Read<Data>[] = [];
  for (const record of batch.records) {
    const decoded = decode(record, [event]);
    if (!decoded.ok) await setAside(record, decoded.failure, deadLetters, clock);
    read.push({ offset: record.offset, event: decoded.ok ? decoded.event : undefined });
  }
  return read;
}

async function setAside(
  record: LogRecord,
  failure: { kind: string; reason: string },
  deadLetters: DeadLetters,
  clock: Clock,
): Promise<void> {
  await deadLetters.put(record, {
    reason: failure.kind,
    error: 'DecodeFailure',
    message: failure.reason,
    attempts: 1,
    firstAt: clock.now(),
  });
}
