import type { Database } from './database.js';

/** Goes into the first migration of a store that remembers places in the event log. */
export const LOG_IDENTITY_TABLE = 'CREATE TABLE log_identity (id TEXT NOT NULL)';

/**
 * Compares the log with the one the store knows. Offsets remembered from another log mean nothing: `forget` drops them,
 * and what they stood for is published or taken anew.
 */
export function adoptLog(db: Database, logId: string, forget: () => void): void {
  const known = db.get<{ id: string }>('SELECT id FROM log_identity')?.id;
  if (known === logId) return;
  db.transaction(() => {
    if (known !== undefined) forget();
    db.run('DELETE FROM log_identity');
    db.run('INSERT INTO log_identity VALUES (?)', logId);
  });
}
