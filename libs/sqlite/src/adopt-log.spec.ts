import { LOG_IDENTITY_TABLE, adoptLog } from './adopt-log.js';
import { Database } from './database.js';

it('forgets its places only when the log is another one than before', () => {
  const db = new Database({ file: ':memory:', migrations: [LOG_IDENTITY_TABLE] });
  const forgotten: string[] = [];
  for (const log of ['first', 'first', 'second', 'second', 'first'])
    adoptLog(db, log, () => forgotten.push(log));
  expect(forgotten).toEqual(['second', 'first']);
});
