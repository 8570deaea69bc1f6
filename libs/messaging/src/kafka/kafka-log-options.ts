import type { Clock } from '@jobwire/kernel';
import type { KafkaConfig } from 'kafkajs';
import type { MessagingLogger } from '../messaging-logger.js';

export interface KafkaLogOptions {
  /** `host:port` of some brokers; they name the others. */
  readonly brokers: readonly string[];
  /** The service's name, as the brokers log it. */
  readonly clientId: string;
  /** Of topics that are created; 12 when absent. */
  readonly partitions?: number;
  /** Of topics that are created; -1, when absent, leaves it to the brokers. */
  readonly replicationFactor?: number;
  /** Goes before the names of topics and groups. */
  readonly prefix?: string;
  /** Encrypted connections, as Node's `tls.connect` takes it; true for the system's authorities. */
  readonly ssl?: KafkaConfig['ssl'];
  readonly sasl?: KafkaConfig['sasl'];
  /** Settings of topics that are created, besides and before our own, such as `min.insync.replicas`. */
  readonly topicSettings?: Readonly<Record<string, string>>;
  /** A request unanswered for this long counts as failed, milliseconds; 5 s when absent. */
  readonly requestTimeoutMs?: number;
  /** Records of one partition that go in one request, bytes; 512 KiB when absent. */
  readonly maxBatchBytes?: number;
  readonly logger?: MessagingLogger;
  readonly clock?: Clock;
}

/** The options with nothing left open. */
export interface KafkaLogSettings {
  readonly partitions: number;
  readonly replicationFactor: number;
  readonly prefix: string;
  readonly topicSettings: Readonly<Record<string, string>>;
  readonly maxBatchBytes: number;
  readonly logger: MessagingLogger;
  readonly clock: Clock;
}
