// Checks the checker: takes one rule out of the real code at a time and asks the simulation whether it notices.
//   node test/simulation/mutants.mjs [words of a mutant's name]
// Each has to survive 25 seeds of every mix, or what it asks for itself; JOBWIRE_SEEDS, JOBWIRE_SEED and JOBWIRE_MIX go first.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const { projects } = createRequire(import.meta.url)(join(root, 'jest.config.cjs'));
const project = projects.find(({ displayName }) => displayName === 'simulation');
const [[pattern, [, swc]]] = Object.entries(project.transform);

function configWith(mutant) {
  const transform = { [pattern]: [join(import.meta.dirname, 'mutating-transform.cjs'), { mutant, swc }] };
  return JSON.stringify({ ...project, rootDir: root, transform });
}

function verdictOn(mutant) {
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const args = ['-i', '--config', configWith(mutant), '--testPathPatterns', 'test/simulation'];
  const { seeds = '25', mix } = mutant;
  const usual = mix === undefined ? { JOBWIRE_SEEDS: seeds } : { JOBWIRE_SEEDS: seeds, JOBWIRE_MIX: mix };
  const environment = { ...usual, ...process.env, JOBWIRE_FAIL_FAST: '1' };
  const { status, stderr } = spawnSync(process.execPath, [...flags, jest, ...args], {
    cwd: root,
    env: environment,
    encoding: 'utf8',
  });
  if (status === 0) return 'SURVIVES';
  return (
    /JOBWIRE_MIX=[^"\\]*/.exec(stderr)?.[0] ??
    `BROKEN: ${/(?:Error|mutant)[^\n]*/.exec(stderr)?.[0] ?? stderr.slice(0, 300)}`
  );
}

const words = process.argv.slice(2).join(' ');
const mutants = JSON.parse(readFileSync(join(import.meta.dirname, 'mutants.json'), 'utf8'));
const unexpected = [];
for (const mutant of mutants.filter(({ name }) => name.includes(words))) {
  const verdict = verdictOn(mutant);
  const note = mutant.known === undefined ? '' : ` (${mutant.known})`;
  process.stdout.write(`${mutant.name}: ${verdict}${note}\n`);
  if (verdict.startsWith('BROKEN') || (verdict === 'SURVIVES' && mutant.known === undefined))
    unexpected.push(mutant.name);
}
process.stdout.write(
  unexpected.length === 0 ? 'Every rule is watched.\n' : `Look at: ${unexpected.join('; ')}\n`,
);
process.exitCode = unexpected.length === 0 ? 0 : 1;
