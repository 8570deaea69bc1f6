import { MongoDatabase, type MongoPlace } from '@jobwire/mongo';
import type { ServiceContext } from '@jobwire/platform';
import type { Stores } from '../../application/ports.js';
import { MongoCards } from './mongo-cards.js';
import { MongoInbox } from './mongo-inbox.js';
import { MongoPeople } from './mongo-people.js';
import { MongoTickets } from './mongo-tickets.js';

const LAYOUT = 1;

export function mongoStores(
  { uri, database }: MongoPlace,
  { logger, health, clock }: Pick<ServiceContext, 'logger' | 'health' | 'clock'>,
): Stores {
  const db = new MongoDatabase({ uri, database, layout: LAYOUT, logger });
  health.addReadiness('mongodb', () => db.health());
  const inbox = new MongoInbox(db);
  return {
    inbox,
    cards: new MongoCards(db),
    people: new MongoPeople(db, clock),
    tickets: new MongoTickets(db),
    open: (logId) => db.open({ logId, forgetLog: () => inbox.forgetLog(logId) }),
    close: () => db.close(),
  };
}
