// Match sets are stored, and alerts dismissed, through a MongoDB that is killed again and again.
import { UnavailableError, systemClock } from '@jobwire/kernel';
import { freePort, startMongo, type LocalServer } from '@jobwire/local-servers';
import { Health, silentLogger, type ServiceContext } from '@jobwire/platform';
import { eventually } from '@jobwire/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stores } from '../../application/ports.js';
import { StoreMatchSet } from '../../application/store-match-set.js';
import { WaitForCards } from '../../application/wait-for-cards.js';
import { alertId } from '../../domain/identities.js';
import { aCard, aMatch, aPerson, aSet, aStamp } from '../../testing/builders.js';
import { mongoStores } from './mongo-stores.js';

const VACANCIES = 20;
const ROUNDS = 40;
const KILLS = 3;
const PATIENCE = { timeoutMs: 90_000, everyMs: 20 };
const vacancyIds = Array.from({ length: VACANCIES }, (_, n) => `vacancy-${n}`);
const dismissedIds = vacancyIds.filter((_, n) => n % 2 === 0);

const folder = mkdtempSync(join(tmpdir(), 'jobwire-test-'));
const port = await freePort();
let server: LocalServer | undefined;
const failure = await startServer().catch((error: Error) => error);
if (failure !== undefined) process.stderr.write(`Skipped: ${failure.message}\n`);
const describeHere = failure === undefined ? describe : describe.skip;

async function startServer(): Promise<void> {
  server = await startMongo({ port, folder });
}

async function kill(): Promise<void> {
  process.kill(server?.pid ?? 0, 'SIGKILL');
  await server?.ended;
}

/** As a consumer, or a person, does it: again for as long as the store is away. */
async function untilDone<Result>(work: () => Promise<Result>): Promise<Result> {
  let other: unknown;
  const done = await eventually(async () => {
    try {
      return { result: await work() };
    } catch (error) {
      if (error instanceof UnavailableError) throw error;
      other = error;
      return undefined;
    }
  }, PATIENCE);
  if (done === undefined) throw other;
  return done.result;
}

describeHere('the inbox over a MongoDB that is killed', () => {
  let stores: Stores;
  let storing: StoreMatchSet;
  let stored = 0;

  beforeAll(async () => {
    const context = { logger: silentLogger(), health: new Health(), clock: systemClock };
    stores = mongoStores({ uri: `mongodb://127.0.0.1:${port}`, database: 'killed' }, context);
    await stores.open('log-1');
    await stores.cards.keep(vacancyIds.map((vacancyId) => aCard({ vacancyId, revision: ROUNDS })));
    await stores.people.keep([aPerson()]);
    const cards = new WaitForCards(stores.cards, stores.people);
    const instance = { pseudonymSecret: 'secret' };
    storing = new StoreMatchSet(stores.inbox, cards, { instance } as ServiceContext);
  });

  afterAll(async () => {
    await stores.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function store(revision: number, id: string): Promise<void> {
    const match = aMatch({ vacancyId: id, vacancyRevision: revision, score: 40 + revision });
    const set = aSet({ subject: { kind: 'vacancy', id, revision }, matches: [match] });
    await untilDone(() => storing.store(set, aStamp({ offset: stored })));
    stored++;
  }

  async function storeAll(): Promise<void> {
    for (let revision = 1; revision <= ROUNDS; revision++)
      for (const id of vacancyIds) await store(revision, id);
  }

  async function dismiss(vacancyId: string): Promise<void> {
    const id = alertId('profile-1', vacancyId);
    const isThere = async () => expect(await stores.inbox.one('owner-1', id)).toBeDefined();
    await eventually(isThere, PATIENCE);
    await untilDone(() => stores.inbox.dismiss('owner-1', id));
  }

  async function killNowAndThen(): Promise<void> {
    for (let kills = 1; kills <= KILLS; kills++) {
      const share = (kills * ROUNDS * VACANCIES) / (KILLS + 1);
      await eventually(() => expect(stored).toBeGreaterThan(share), PATIENCE);
      await kill();
      await startServer();
    }
  }

  it('has each match of the last sets, at its position, and each mark', async () => {
    await Promise.all([storeAll(), killNowAndThen(), ...dismissedIds.map(dismiss)]);
    for (const [n, vacancyId] of vacancyIds.entries()) {
      const [item] = await stores.inbox.candidates({ vacancyId, limit: 1 });
      expect(item).toMatchObject({
        vacancyId,
        vacancyRevision: ROUNDS,
        score: 40 + ROUNDS,
        position: (ROUNDS - 1) * VACANCIES + n,
        dismissed: dismissedIds.includes(vacancyId),
      });
    }
  }, 180_000);
});
