import { ManualClock } from '@jobwire/kernel';
import { SqliteHarness, type Database } from '@jobwire/sqlite';
import { cardsContract } from '../../application/cards.contract.js';
import { inboxContract } from '../../application/inbox.contract.js';
import { peopleContract } from '../../application/people.contract.js';
import { ticketsContract } from '../../application/tickets.contract.js';
import { migrations } from './schema.js';
import { SqliteCards } from './sqlite-cards.js';
import { SqliteInbox } from './sqlite-inbox.js';
import { SqlitePeople } from './sqlite-people.js';
import { SqliteTickets } from './sqlite-tickets.js';

type Place = 'memory' | 'file';

function harness<Store>(place: Place, storeOn: (database: Database) => Store): SqliteHarness<Store> {
  return new SqliteHarness(place, migrations, storeOn);
}

class PeopleHarness extends SqliteHarness<SqlitePeople> {
  readonly clock: ManualClock;

  constructor(place: Place) {
    const clock = new ManualClock();
    super(place, migrations, (database) => new SqlitePeople(database, clock));
    this.clock = clock;
  }
}

describe.each(['memory', 'file'] as const)('SQLite in a %s', (place) => {
  inboxContract(place, () => harness(place, (database) => new SqliteInbox(database)));
  cardsContract(place, () => harness(place, (database) => new SqliteCards(database)));
  peopleContract(place, () => new PeopleHarness(place));
  ticketsContract(place, () => harness(place, (database) => new SqliteTickets(database)));
});
