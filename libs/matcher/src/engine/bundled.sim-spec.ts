// The services run the package as one module (scripts/bundle.mjs): it has to say what its source says.
import * as fc from 'fast-check';
import { join } from 'node:path';
import { LongHistory, lotsOf } from '../testing/long-history.js';
import type { createMatchEngine } from './create-match-engine.js';

const SEED = fc.readConfigureGlobal().seed ?? Date.now() % 1_000_000;
const OPERATIONS = 10_000;
const CHECKED_EVERY = 50;
const BUNDLED = join(import.meta.dirname, '../../dist/bundled.js');

it(`is right as one module, seed ${SEED}`, async () => {
  const bundled = (await import(BUNDLED)) as { createMatchEngine: typeof createMatchEngine };
  const history = new LongHistory(bundled.createMatchEngine, SEED);
  lotsOf(OPERATIONS, SEED).forEach((lot, n) => {
    history.step(lot);
    if (n % CHECKED_EVERY !== 0) return;
    for (const { said, so } of history.verdicts(lot)) expect(said).toEqual(so);
  });
}, 120_000);
