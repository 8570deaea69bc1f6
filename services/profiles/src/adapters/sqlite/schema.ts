import { LOG_IDENTITY_TABLE, PUBLICATION_COLUMNS, publicationIndex } from '@jobwire/sqlite';

/** One script per version of the layout. An erased profile keeps its id and revision until its tombstone is out. */
export const migrations = [
  `${LOG_IDENTITY_TABLE};
  CREATE TABLE profiles (
    id TEXT PRIMARY KEY,
    ${PUBLICATION_COLUMNS},
    owner TEXT UNIQUE,
    doc TEXT
  );
  ${publicationIndex('profiles')}`,
] as const;
