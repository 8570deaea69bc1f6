import { MongoDatabase, type MongoPlace } from '@jobwire/mongo';
import type { ServiceContext } from '@jobwire/platform';
import type { Stores } from '../../application/ports.js';
import { MongoEmployers } from './mongo-employers.js';
import { MongoPostingKeys } from './mongo-posting-keys.js';
import { MongoReplays } from './mongo-replays.js';
import { MongoVacancies } from './mongo-vacancies.js';

const LAYOUT = 1;

export function mongoStores(
  { uri, database }: MongoPlace,
  { logger, health }: Pick<ServiceContext, 'logger' | 'health'>,
): Stores {
  const db = new MongoDatabase({ uri, database, layout: LAYOUT, logger });
  health.addReadiness('mongodb', () => db.health());
  const vacancies = new MongoVacancies(db);
  return {
    vacancies,
    employers: new MongoEmployers(db),
    replays: new MongoReplays(db),
    postingKeys: new MongoPostingKeys(db),
    open: (logId) => db.open({ logId, forgetLog: () => vacancies.forgetLog() }),
    close: () => db.close(),
  };
}
