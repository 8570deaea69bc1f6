// `npm test`: the checks, then every test that can run here; says what was skipped and why, and ends with the counts.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'jobwire-tests-'));
const totals = { passed: 0, failed: 0, skipped: 0 };
const say = (line) => process.stdout.write(`${line}\n`);

function run(name, args) {
  say(`\n== ${name}`);
  return spawnSync('npm', ['run', '--silent', ...args], { stdio: 'inherit' }).status === 0;
}

function check(name) {
  totals[run(name, [name]) ? 'passed' : 'failed']++;
}

function jest(project, ...more) {
  const file = join(folder, `${project}.json`);
  const options = ['--selectProjects', project, '--json', '--outputFile', file, '--passWithNoTests', ...more];
  const ok = run(`tests: ${project}`, ['jest', '--', ...options]);
  try {
    count(JSON.parse(readFileSync(file, 'utf8')), ok);
  } catch {
    totals.failed++;
  }
}

function count(result, ok) {
  totals.passed += result.numPassedTests;
  totals.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
  totals.skipped += result.numPendingTests;
  if (!ok && result.numFailedTests + result.numRuntimeErrorTestSuites === 0) totals.failed++;
}

try {
  for (const name of ['format:check', 'lint', 'build', 'rules']) check(name);
  jest('unit');
  jest('house', '--runInBand');
  jest('medium', '--runInBand');
  jest('simulation');
  jest('e2e', '--runInBand', '--forceExit');
  jest('stack', '--runInBand', '--forceExit');
  jest('chaos', '--runInBand', '--forceExit');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
say(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed === 0 ? 0 : 1);
