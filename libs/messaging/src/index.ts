export * from './envelope/decode.js';
export * from './envelope/encode.js';
export * from './envelope/headers.js';
export * from './event-log.js';
export * from './event-publisher.js';
export { SchemaVersionError } from './sqlite/database.js';
export { openSqliteLog, type SqliteLogOptions } from './sqlite/open-sqlite-log.js';
export type { SqliteLog } from './sqlite/sqlite-log.js';
