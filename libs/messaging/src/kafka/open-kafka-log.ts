import { DEFAULT_PARTITIONS } from '@jobwire/contracts';
import { systemClock } from '@jobwire/kernel';
import { Kafka } from 'kafkajs';
import { silentMessagingLogger } from '../messaging-logger.js';
import { KafkaLog } from './kafka-log.js';
import type { KafkaLogOptions } from './kafka-log-options.js';
import { kafkaLogging } from './kafka-logging.js';
import { promptSocket } from './prompt-socket.js';

const REQUEST_TIMEOUT_MS = 5_000;
const MAX_BATCH_BYTES = 512 * 1024;

/** The event log on Kafka. Connects when it is first used. */
export function openKafkaLog(options: KafkaLogOptions): KafkaLog {
  const { brokers, clientId, ssl, sasl, requestTimeoutMs = REQUEST_TIMEOUT_MS, ...chosen } = options;
  const { logger = silentMessagingLogger } = options;
  const kafka = new Kafka({
    brokers: [...brokers],
    clientId,
    ...(ssl === undefined ? {} : { ssl }),
    ...(sasl === undefined ? {} : { sasl }),
    socketFactory: promptSocket,
    connectionTimeout: 3_000,
    requestTimeout: requestTimeoutMs,
    // Said in full, for kafkajs has others where NODE_ENV is "test".
    retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 4, factor: 0.2, multiplier: 2 },
    logCreator: kafkaLogging(logger),
  });
  return new KafkaLog(kafka, {
    partitions: DEFAULT_PARTITIONS,
    replicationFactor: -1,
    prefix: '',
    topicSettings: {},
    maxBatchBytes: MAX_BATCH_BYTES,
    clock: systemClock,
    ...chosen,
    logger,
  });
}
