import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { asUnavailable } from './sqlite-errors.js';

/** The layout this release writes. A release that changes it raises the number and migrates what is older. */
export const SCHEMA_VERSION = 1;

/** The file was written by a newer release. */
export class SchemaVersionError extends Error {
  override readonly name = 'SchemaVersionError';
}

// A record's rowid is partition id * 2^40 + offset: one B-tree holds them in reading order, with no second index.
// `compacts` keeps the index by key to the topics that need it; `vanishes` is KIP-534's delete horizon of a tombstone.
const SCHEMA = `
  CREATE TABLE topics (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, partitions INTEGER NOT NULL, cleanup TEXT NOT NULL, retention_ms INTEGER
  ) STRICT;
  CREATE TABLE partitions (
    id INTEGER PRIMARY KEY, topic INTEGER NOT NULL REFERENCES topics, number INTEGER NOT NULL,
    low INTEGER NOT NULL DEFAULT 0, cleaned INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE records (
    position INTEGER PRIMARY KEY, key TEXT, value BLOB, headers TEXT NOT NULL, timestamp INTEGER NOT NULL,
    compacts INTEGER NOT NULL, vanishes INTEGER
  ) STRICT;
  CREATE INDEX records_by_key ON records (key) WHERE compacts = 1;
  CREATE INDEX records_vanishing ON records (vanishes) WHERE vanishes IS NOT NULL;
  CREATE TABLE offsets (
    member_group TEXT NOT NULL, partition INTEGER NOT NULL REFERENCES partitions, next INTEGER NOT NULL, metadata TEXT NOT NULL,
    PRIMARY KEY (member_group, partition)
  ) STRICT, WITHOUT ROWID;
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

/**
 * Opens or creates the file, for this process alone; waits up to `waitMs` for another to let go of it.
 * @throws UnavailableError when it cannot be opened, SchemaVersionError when a newer release wrote it
 */
export function openDatabase(file: string, waitMs = 0): DatabaseSync {
  try {
    if (file !== ':memory:') createPrivately(file);
    const database = new DatabaseSync(file, { timeout: waitMs });
    return prepared(database, file);
  } catch (error) {
    throw asUnavailable(error);
  }
}

// Before SQLite creates it: the log holds personal data, and its -wal file inherits the permissions.
function createPrivately(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  closeSync(openSync(file, 'a', 0o600));
}

function prepared(database: DatabaseSync, file: string): DatabaseSync {
  try {
    // Group coordination lives in this process, so no other may read or write: exclusive, freed by the kernel on a crash.
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    refuseNewer(database, file);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;');
    if (versionOf(database) === 0) database.exec(`BEGIN IMMEDIATE; ${SCHEMA} COMMIT;`);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function refuseNewer(database: DatabaseSync, file: string): void {
  const version = versionOf(database);
  if (version <= SCHEMA_VERSION) return;
  throw new SchemaVersionError(
    `${file} has layout ${version}, this release reads up to ${SCHEMA_VERSION}. Start the release that wrote it, or a newer one.`,
  );
}

function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
}
