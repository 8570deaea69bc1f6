// npm run bench:matcher -- --n 10000,100000,1000000 [--json FILE] [--seed 42] [--queries 1000] [--markets usual,related,harsh] [--export FOLDER]
import { writeFileSync } from 'node:fs';
import { machine } from '../quantiles.js';
import { Figures } from './figures.js';
import { exportWorkload } from './export.js';
import { WARM_UP, everyOf, measure } from './measure.js';
import { matcherOptions } from './matcher-options.js';

const options = matcherOptions();
const figures = new Figures();
process.stdout.write(`${machine()}\nseed ${options.seed}, ${options.queries} questions of each kind\n`);
for (const n of options.sizes) await measure(n, options, figures);
if (options.json !== undefined)
  writeFileSync(options.json, `${JSON.stringify(figures.inOrder(), null, 1)}\n`);
const largest = Math.max(...options.sizes);
if (options.export !== undefined)
  await exportWorkload(options.export, largest, options.seed, everyOf(largest, options), WARM_UP);
