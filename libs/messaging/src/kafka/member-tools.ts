import type { Kafka } from 'kafkajs';
import type { TopicPartition } from '../event-log.js';
import type { MessagingLogger } from '../messaging-logger.js';
import type { KafkaNames } from './kafka-names.js';

/** What a member needs of the log it reads. */
export interface MemberTools {
  readonly kafka: Kafka;
  readonly names: KafkaNames;
  readonly logger: MessagingLogger;
  /** The offset after which everything of a partition is done, also where it ends in records nobody may see. */
  readonly passed?: (partition: TopicPartition, next: number) => void;
}
