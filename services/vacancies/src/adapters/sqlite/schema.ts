import { LOG_IDENTITY_TABLE, PUBLICATION_COLUMNS, publicationIndex } from '@jobwire/sqlite';

/** One script per version of the layout. `doc` is the whole vacancy; the columns beside it are what is looked up. */
export const migrations = [
  `${LOG_IDENTITY_TABLE};
  CREATE TABLE vacancies (
    id TEXT PRIMARY KEY,
    ${PUBLICATION_COLUMNS},
    status TEXT NOT NULL,
    employer_id TEXT NOT NULL,
    external_reference TEXT,
    source_name TEXT,
    source_id TEXT,
    fingerprint TEXT NOT NULL,
    duplicate_of TEXT,
    posted_at TEXT NOT NULL,
    closes_at TEXT,
    ended_at TEXT,
    doc TEXT
  );
  ${publicationIndex('vacancies')};
  CREATE UNIQUE INDEX vacancies_reference ON vacancies (employer_id, external_reference) WHERE external_reference IS NOT NULL;
  CREATE UNIQUE INDEX vacancies_source ON vacancies (source_name, source_id) WHERE source_id IS NOT NULL;
  CREATE INDEX vacancies_originals ON vacancies (fingerprint) WHERE status = 'open' AND duplicate_of IS NULL;
  CREATE INDEX vacancies_duplicates ON vacancies (duplicate_of) WHERE duplicate_of IS NOT NULL;
  CREATE INDEX vacancies_public ON vacancies (posted_at DESC, id DESC) WHERE status = 'open' AND duplicate_of IS NULL;
  CREATE INDEX vacancies_own ON vacancies (employer_id, posted_at DESC, id DESC);
  CREATE INDEX vacancies_due ON vacancies (closes_at) WHERE status = 'open' AND closes_at IS NOT NULL;
  CREATE INDEX vacancies_ended ON vacancies (ended_at) WHERE ended_at IS NOT NULL;
  CREATE TABLE replays (source TEXT PRIMARY KEY, days INTEGER NOT NULL);
  CREATE TABLE employers (id TEXT PRIMARY KEY, name TEXT NOT NULL);
  CREATE TABLE posting_keys (
    employer_id TEXT NOT NULL, key TEXT NOT NULL, body_hash TEXT NOT NULL, vacancy_id TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (employer_id, key)
  );
  CREATE INDEX posting_keys_at ON posting_keys (at)`,
] as const;
