import type { TestServer } from './test-server.js';

const KAFKA_IMAGE = 'confluentinc/cp-kafka:8.0.0';
/** Where that image's broker can be reached from outside. */
const KAFKA_PORT = 9093;
const MONGODB_IMAGE = 'mongo:8.0';

/** Whether an engine answers; a client alone will not do. 0.7 s without one, nearly all of it loading the library. */
export async function hasDocker(): Promise<boolean> {
  try {
    const { getContainerRuntimeClient } = await import('testcontainers');
    await getContainerRuntimeClient();
    return true;
  } catch {
    return false;
  }
}

export async function kafkaInDocker(): Promise<TestServer> {
  const { KafkaContainer } = await import('@testcontainers/kafka');
  const container = await new KafkaContainer(KAFKA_IMAGE)
    .withKraft()
    .withEnvironment({
      KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
      KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
      KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS: '500',
      KAFKA_LOG_CLEANER_BACKOFF_MS: '500',
    })
    .start();
  return {
    address: `${container.getHost()}:${container.getMappedPort(KAFKA_PORT)}`,
    source: `Docker (${KAFKA_IMAGE})`,
    stop: async () => void (await container.stop()),
  };
}

export async function mongoInDocker(): Promise<TestServer> {
  const { MongoDBContainer } = await import('@testcontainers/mongodb');
  const container = await new MongoDBContainer(MONGODB_IMAGE).start();
  // It is a replica set of one that knows itself by a name only Docker resolves.
  const address = `${container.getConnectionString()}?directConnection=true`;
  return {
    address,
    source: `Docker (${MONGODB_IMAGE})`,
    stop: async () => void (await container.stop()),
  };
}
