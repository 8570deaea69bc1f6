import { logIdentity } from '@jobwire/contracts';
import { mintUuid, type Clock } from '@jobwire/kernel';
import { decode } from '../envelope/decode.js';
import { encode } from '../envelope/encode.js';
import type { LogPartition } from './log-partition.js';
import type { RecordTable } from './record-table.js';

/** The id that the topic holds, if any. */
export function readIdentity(records: RecordTable, partition: LogPartition): string | undefined {
  for (const record of records.read(partition, partition.low, 10)) {
    const decoded = decode(record, [logIdentity]);
    if (decoded.ok && decoded.event.data) return decoded.event.data.id;
  }
  return undefined;
}

/** Names a log that has no name yet. Inside a transaction. */
export function ensureIdentity(records: RecordTable, partition: LogPartition, clock: Clock): void {
  if (readIdentity(records, partition) !== undefined) return;
  const record = encode(logIdentity, { id: mintUuid() }, { source: 'log', time: clock.now() });
  records.append(partition, record, clock.now().getTime());
}
