import { compaction, profileState, vacancyState } from '@jobwire/contracts';
import type { Clock } from '@jobwire/kernel';
import type { EventLog } from '@jobwire/messaging';
import type { Standing } from './standing.js';

type Place = readonly [partition: number, next: number];

interface Now {
  readonly log: Pick<EventLog, 'logId' | 'watermarks'>;
  readonly clock: Clock;
}

/** Why an index that stood there is of no use with the log as it is now; undefined where it is. */
export async function objectionTo(
  { logId, at, vacancies, profiles }: Standing,
  vacancyPartitions: number,
  { log, clock }: Now,
): Promise<string | undefined> {
  if (logId !== (await log.logId())) return 'It belongs to another log.';
  // Whose tombstone was read by nobody and is gone by now would stay for ever.
  if (clock.now().getTime() - at >= compaction.deleteRetentionMs) return 'It is older than tombstones live.';
  if (vacancies.length !== vacancyPartitions) return 'It has another number of partitions.';
  const isAhead = async (topic: string, places: readonly Place[]): Promise<boolean> => {
    const ends = new Map((await log.watermarks(topic)).map(({ partition, high }) => [partition, high]));
    return places.some(([partition, next]) => next > (ends.get(partition) ?? 0));
  };
  const jobs = vacancies.map((next, partition): Place => [partition, next]);
  if ((await isAhead(vacancyState.topic.name, jobs)) || (await isAhead(profileState.topic.name, profiles)))
    return 'It is ahead of the log.';
  return undefined;
}
