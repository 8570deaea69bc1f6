import { readConfig } from './config.js';
import { runJobwire, type Jobwire } from './runtime/run-jobwire.js';

/** Longer than any drain; then the process ends all the same. */
const LONGEST_STOP_MS = 9000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const demo = process.argv.includes('--demo');
  const config = readConfig(demo ? { ...process.env, JOBWIRE_DATA: ':memory:' } : process.env);
  const jobwire = await runJobwire(config);
  stopOn('SIGTERM', jobwire);
  stopOn('SIGINT', jobwire);
  say(
    jobwire.folder.keeps
      ? `Data is kept in ${jobwire.folder.path}`
      : `Nothing is kept; keys are in ${jobwire.folder.path} (for tokens: JOBWIRE_DATA=${jobwire.folder.path})`,
  );
  say(`Jobwire is ready at ${jobwire.url}`);
}

function stopOn(signal: NodeJS.Signals, jobwire: Jobwire): void {
  process.once(signal, () => {
    setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref();
    jobwire.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  });
}

function fail(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

main().catch(fail);
