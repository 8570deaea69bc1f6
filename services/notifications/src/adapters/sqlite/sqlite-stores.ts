import type { Clock } from '@jobwire/kernel';
import { Database, adoptLog } from '@jobwire/sqlite';
import type { Stores } from '../../application/ports.js';
import { migrations } from './schema.js';
import { SqliteCards } from './sqlite-cards.js';
import { SqliteInbox } from './sqlite-inbox.js';
import { SqlitePeople } from './sqlite-people.js';
import { SqliteTickets } from './sqlite-tickets.js';

export function sqliteStores(file: string, clock: Clock): Stores {
  const database = new Database({ file, migrations });
  const inbox = new SqliteInbox(database);
  return {
    inbox,
    cards: new SqliteCards(database),
    people: new SqlitePeople(database, clock),
    tickets: new SqliteTickets(database),
    open: async (logId) => adoptLog(database, logId, () => inbox.forgetLog()),
    close: async () => database.close(),
  };
}
