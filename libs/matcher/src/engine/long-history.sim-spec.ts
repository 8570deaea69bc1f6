import * as fc from 'fast-check';
import { LOOPS } from '../testing/loops.js';
import { LongHistory, lotsOf } from '../testing/long-history.js';
import { IndexedMatchEngine } from './indexed-match-engine.js';

const SEED = fc.readConfigureGlobal().seed ?? Date.now() % 1_000_000;
const OPERATIONS = 100_000;
const CHECKED_EVERY = 250;
/** With few in a list most are divided, with many they are compacted in several slices. */
const TUNINGS = [24, 512].flatMap((mostTogether) => LOOPS.map((loops) => ({ mostTogether, ...loops })));

it.each(TUNINGS)(
  `is right all along ${OPERATIONS} changes, up to $mostTogether together, by $by, seed ${SEED}`,
  (tuning) => {
    const history = new LongHistory((taxonomy) => new IndexedMatchEngine(taxonomy, tuning), SEED);
    lotsOf(OPERATIONS, SEED).forEach((lot, n) => {
      history.step(lot);
      if (n % CHECKED_EVERY !== 0) return;
      for (const { said, so } of history.verdicts(lot)) expect(said).toEqual(so);
    });
    for (let lot = 0; lot < 400; lot++)
      for (const { said, so } of history.verdicts(lot)) expect(said).toEqual(so);
  },
  120_000,
);
