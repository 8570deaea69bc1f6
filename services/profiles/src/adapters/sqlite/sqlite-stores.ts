import { Database, Publication, adoptLog } from '@jobwire/sqlite';
import type { Stores } from '../../application/ports.js';
import { migrations } from './schema.js';
import { SqliteProfiles } from './sqlite-profiles.js';

export function sqliteStores(file: string): Stores {
  const database = new Database({ file, migrations });
  const publication = new Publication(database, 'profiles');
  return {
    profiles: new SqliteProfiles(database),
    open: async (logId) => adoptLog(database, logId, () => publication.forgetLog()),
    close: async () => database.close(),
  };
}
