import * as fc from 'fast-check';
import { LongHistory, lotsOf } from '../testing/long-history.js';
import { IndexedMatchEngine } from './indexed-match-engine.js';

const SEED = fc.readConfigureGlobal().seed ?? Date.now() % 1_000_000;
const OPERATIONS = 100_000;
const CHECKED_EVERY = 250;
/** So few that most lists are divided. */
const MOST_TOGETHER = 24;

it(`is right all along ${OPERATIONS} changes, seed ${SEED}`, () => {
  const history = new LongHistory((taxonomy) => new IndexedMatchEngine(taxonomy, MOST_TOGETHER), SEED);
  lotsOf(OPERATIONS, SEED).forEach((lot, n) => {
    history.step(lot);
    if (n % CHECKED_EVERY !== 0) return;
    for (const { said, so } of history.verdicts(lot)) expect(said).toEqual(so);
  });
  for (let lot = 0; lot < 400; lot++)
    for (const { said, so } of history.verdicts(lot)) expect(said).toEqual(so);
}, 120_000);
