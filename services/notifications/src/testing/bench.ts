// The use cases on stores in memory, with time and what was told in the test's hand.
import { ManualClock } from '@jobwire/kernel';
import type { ServiceContext } from '@jobwire/platform';
import { Database } from '@jobwire/sqlite';
import { migrations } from '../adapters/sqlite/schema.js';
import { SqliteCards } from '../adapters/sqlite/sqlite-cards.js';
import { SqliteInbox } from '../adapters/sqlite/sqlite-inbox.js';
import { SqlitePeople } from '../adapters/sqlite/sqlite-people.js';
import { SqliteTickets } from '../adapters/sqlite/sqlite-tickets.js';
import { AnnounceChanges } from '../application/announce-changes.js';
import { ForgetPeople } from '../application/forget-people.js';
import { MarkAlerts } from '../application/mark-alerts.js';
import type { AddressedChange } from '../application/ports.js';
import { ReadOwnAlerts } from '../application/read-own-alerts.js';
import { StoreMatchSet } from '../application/store-match-set.js';
import { WaitForCards } from '../application/wait-for-cards.js';
import type { Item } from '../domain/item.js';
import { NOW, aCard, aPerson } from './builders.js';

const labelOf = (id: string): string => id;

export class Bench {
  readonly clock = new ManualClock(new Date(NOW));
  private readonly database = new Database({ file: ':memory:', migrations });
  readonly inbox = new SqliteInbox(this.database);
  readonly cards = new SqliteCards(this.database);
  readonly people = new SqlitePeople(this.database, this.clock);
  readonly tickets = new SqliteTickets(this.database);
  readonly told: AddressedChange[] = [];
  readonly waiting = new WaitForCards(this.cards, this.people);
  readonly storing = new StoreMatchSet(this.inbox, this.waiting, {
    instance: { pseudonymSecret: 'secret' },
  } as ServiceContext);
  readonly announcing = new AnnounceChanges(
    this.inbox,
    this.cards,
    { publish: async (changes) => void this.told.push(...changes) },
    labelOf,
  );
  readonly forgetting = new ForgetPeople(this.inbox, this.people, this.clock);
  readonly reading = new ReadOwnAlerts(this.inbox, this.cards, labelOf);
  readonly marking = new MarkAlerts(this.inbox);

  /** Lets the service know `vacancy-1` and `profile-1`. */
  async knowBoth(): Promise<void> {
    await this.cards.keep([aCard()]);
    await this.people.keep([aPerson()]);
  }

  put(...items: Item[]): Promise<void> {
    return this.inbox.update(items, (item) => item);
  }

  alerts(owner = 'owner-1'): Promise<readonly Item[]> {
    return this.inbox.read({ owner, order: 'oldest', limit: 1000 });
  }
}
