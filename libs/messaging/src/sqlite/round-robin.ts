import type { TopicPartition } from '../event-log.js';

export interface Candidate {
  readonly topics: readonly string[];
}

/** Deals the partitions out in turn, each to somebody who subscribed to its topic: Kafka's round-robin assignor. */
export function roundRobin<Member extends Candidate>(
  members: readonly Member[],
  partitions: readonly TopicPartition[],
): ReadonlyMap<Member, readonly TopicPartition[]> {
  const dealt = new Map<Member, TopicPartition[]>(members.map((member) => [member, []]));
  let turn = 0;
  for (const partition of partitions) {
    for (let asked = 0; asked < members.length; asked++) {
      const member = members[turn++ % members.length];
      if (!member?.topics.includes(partition.topic)) continue;
      dealt.get(member)?.push({ topic: partition.topic, partition: partition.partition });
      break;
    }
  }
  return dealt;
}
