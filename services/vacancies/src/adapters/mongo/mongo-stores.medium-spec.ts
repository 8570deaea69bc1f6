import { MongoHarness } from '@jobwire/mongo';
import { Health, silentLogger } from '@jobwire/platform';
import { describeWithMongo } from '@jobwire/testing';
import { employersContract } from '../../application/employers.contract.js';
import type { Stores } from '../../application/ports.js';
import { postingKeysContract } from '../../application/posting-keys.contract.js';
import { replaysContract } from '../../application/replays.contract.js';
import { vacanciesContract } from '../../application/vacancies.contract.js';
import { mongoStores } from './mongo-stores.js';

describeWithMongo('the stores of vacancies in MongoDB', (uri) => {
  function harness<Store>(storeOf: (stores: Stores) => Store): MongoHarness<Stores, Store> {
    const open = { logger: silentLogger(), health: new Health() };
    return new MongoHarness(uri, (place) => mongoStores(place, open), storeOf);
  }

  vacanciesContract('MongoDB', () => harness(({ vacancies }) => vacancies));
  employersContract('MongoDB', () => harness(({ employers }) => employers));
  postingKeysContract('MongoDB', () => harness(({ postingKeys }) => postingKeys));
  replaysContract('MongoDB', () => harness(({ replays }) => replays));
});
