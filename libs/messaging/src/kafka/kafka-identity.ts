import { logIdentity } from '@jobwire/contracts';
import { mintUuid, type Clock } from '@jobwire/kernel';
import { decode } from '../envelope/decode.js';
import { encode } from '../envelope/encode.js';
import type { Batch, EventLog } from '../event-log.js';

type Log = Pick<EventLog, 'append' | 'follow' | 'watermarks'>;

const TOPIC = logIdentity.topic.name;

/**
 * The id that names the log's history; a log without one gets it. Each id is a key of its own, so compaction keeps them
 * all, and of several that were written at the same moment everybody takes the first.
 */
export async function identityOf(log: Log, clock: Clock): Promise<string> {
  const known = await readIdentity(log);
  if (known !== undefined) return known;
  await log.append([encode(logIdentity, { id: mintUuid() }, { source: 'log', time: clock.now() })]);
  const written = await readIdentity(log);
  if (written === undefined) throw new Error(`The log's id was written to ${TOPIC} and is not there.`);
  return written;
}

async function readIdentity(log: Log): Promise<string | undefined> {
  const [marks] = await log.watermarks(TOPIC);
  if (marks === undefined || marks.low === marks.high) return undefined;
  const found = Promise.withResolvers<string | undefined>();
  const follower = await log.follow({
    topics: [TOPIC],
    from: 'earliest',
    batch: async (batch) => {
      const id = firstIdIn(batch);
      if (id !== undefined || lastOf(batch) + 1 >= marks.high) found.resolve(id);
    },
  });
  void follower.ended.then((error) => found.reject(error ?? new Error('The log was closed.')));
  try {
    return await found.promise;
  } finally {
    await follower.close();
  }
}

function firstIdIn({ records }: Batch): string | undefined {
  for (const record of records) {
    const decoded = decode(record, [logIdentity]);
    if (decoded.ok && decoded.event.data) return decoded.event.data.id;
  }
  return undefined;
}

function lastOf({ records }: Batch): number {
  return records.at(-1)?.offset ?? -1;
}
