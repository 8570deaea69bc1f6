#!/usr/bin/env node
// Plain JavaScript, so that it can say what to do before anything needs a newer Node or a build.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major] = process.versions.node.split('.').map(Number);
if (major < 24) runWithOwnNode();
else if (existsSync(new URL('../dist/cli.js', import.meta.url))) await import('../dist/cli.js');
else fail('Jobwire is not built yet: run "npm run build".');

/** The package brings Node 24; npx may have been started by an older one. */
function runWithOwnNode() {
  const own = fileURLToPath(new URL('../../../node_modules/node/bin/node', import.meta.url));
  if (!existsSync(own))
    fail(`Jobwire needs Node 24 and this is ${process.version}: run "npm ci" without --ignore-scripts.`);
  const { status } = spawnSync(own, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
