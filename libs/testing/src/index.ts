export * from './eventually.js';
export { testSettings, type TestSettings } from './config.js';
export { describeWithKafka, describeWithMongo, prefixOfItsOwn } from './servers/describe-with.js';
export { kafkaForTests, mongoForTests } from './servers/servers-for-tests.js';
export type { TestServer } from './servers/test-server.js';
export { aProfileState, aVacancyState } from './states.js';
