import { Database, Publication, adoptLog } from '@jobwire/sqlite';
import type { Stores } from '../../application/ports.js';
import { migrations } from './schema.js';
import { SqliteEmployers } from './sqlite-employers.js';
import { SqlitePostingKeys } from './sqlite-posting-keys.js';
import { SqliteReplays } from './sqlite-replays.js';
import { SqliteVacancies } from './sqlite-vacancies.js';

export function sqliteStores(file: string): Stores {
  const database = new Database({ file, migrations });
  const publication = new Publication(database, 'vacancies');
  return {
    vacancies: new SqliteVacancies(database),
    employers: new SqliteEmployers(database),
    replays: new SqliteReplays(database),
    postingKeys: new SqlitePostingKeys(database),
    open: async (logId) => adoptLog(database, logId, () => publication.forgetLog()),
    close: async () => database.close(),
  };
}
