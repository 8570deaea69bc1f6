export * from './adopt-log.js';
export * from './database.js';
export * from './publication.js';
export { SqliteHarness } from './testing/sqlite-harness.js';
