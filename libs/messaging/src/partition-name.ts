import type { TopicPartition } from './event-log.js';

/** One string for a partition, to find it by. */
export function nameOf({ topic, partition }: TopicPartition): string {
  return `${topic}/${partition}`;
}
