import { MongoDatabase, type MongoPlace } from '@jobwire/mongo';
import type { ServiceContext } from '@jobwire/platform';
import type { Stores } from '../../application/ports.js';
import { MongoProfiles } from './mongo-profiles.js';

const LAYOUT = 1;

export function mongoStores(
  { uri, database }: MongoPlace,
  { logger, health }: Pick<ServiceContext, 'logger' | 'health'>,
): Stores {
  const db = new MongoDatabase({ uri, database, layout: LAYOUT, logger });
  health.addReadiness('mongodb', () => db.health());
  const profiles = new MongoProfiles(db);
  return {
    profiles,
    open: (logId) => db.open({ logId, forgetLog: () => profiles.forgetLog() }),
    close: () => db.close(),
  };
}
