export { isDuplicateKey } from './away.js';
export { makeNothing, writeEach } from './bulk.js';
export { Joined } from './joined.js';
export { MongoDatabase, type MongoOptions, type Opening } from './mongo-database.js';
export type { MongoLogger } from './presence.js';
export {
  Publication,
  neverPublished,
  publicationFields,
  publicationIndex,
  type Published,
  type Reading,
} from './publication.js';
export { together } from './together.js';
export { MongoHarness, type MongoPlace } from './testing/mongo-harness.js';
