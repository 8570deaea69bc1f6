import { LOG_IDENTITY_TABLE } from '@jobwire/sqlite';

/**
 * One script per version of the layout. `doc` is the whole item; the columns beside it are what is looked up. Each row
 * of a match set touches a page of its own in the primary key and in items_inbox; the other indexes grow at one place.
 * An alert's id has no index: it is looked for within its owner's inbox.
 */
export const migrations = [
  `${LOG_IDENTITY_TABLE};
  CREATE TABLE items (
    profile_id TEXT NOT NULL,
    vacancy_id TEXT NOT NULL,
    id TEXT NOT NULL,
    owner TEXT NOT NULL,
    partition INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    profile_revision INTEGER NOT NULL,
    vacancy_revision INTEGER NOT NULL,
    position INTEGER NOT NULL,
    list_position INTEGER NOT NULL,
    inbox TEXT NOT NULL,
    list TEXT NOT NULL,
    shown INTEGER NOT NULL,
    score INTEGER NOT NULL,
    pseudonym TEXT NOT NULL,
    seen INTEGER NOT NULL,
    dismissed INTEGER NOT NULL,
    at TEXT NOT NULL,
    doc TEXT NOT NULL,
    PRIMARY KEY (profile_id, vacancy_id)
  );
  CREATE INDEX items_inbox ON items (owner, position, id) WHERE inbox <> 'none' AND dismissed = 0;
  CREATE INDEX items_position ON items (partition, position);
  CREATE INDEX items_list_position ON items (partition, list_position) WHERE list <> 'none';
  CREATE INDEX items_candidates ON items (vacancy_id, score DESC, pseudonym) WHERE list IN ('found', 'changed');
  CREATE INDEX items_of_vacancy ON items (vacancy_id) WHERE shown = 1;
  CREATE INDEX items_withdrawn ON items (at) WHERE shown = 0;
  CREATE TABLE cards (
    vacancy_id TEXT PRIMARY KEY, revision INTEGER NOT NULL, employer_id TEXT NOT NULL, employer_name TEXT NOT NULL,
    title TEXT NOT NULL, location TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE people (profile_id TEXT PRIMARY KEY, owner TEXT NOT NULL, revision INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE erased (profile_id TEXT PRIMARY KEY, at TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE tickets (ticket TEXT PRIMARY KEY, caller TEXT NOT NULL, expires_at TEXT NOT NULL) WITHOUT ROWID`,
] as const;
