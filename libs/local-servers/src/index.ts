export type { LocalServer, LocalServerOptions } from './local-server.js';
export type { Say } from './progress.js';
export { freePort } from './free-port.js';
export { startKafka, type LocalKafkaOptions } from './start-kafka.js';
export { startMongo, type LocalMongoOptions } from './start-mongo.js';
