import { createLogger, endGently } from '@jobwire/platform';
import { readConfig } from './config.js';
import { startDemo, type Demo } from './demo/start-demo.js';
import { runJobwire } from './runtime/run-jobwire.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const demo = process.argv.includes('--demo');
  const config = readConfig(demo ? { ...process.env, JOBWIRE_DATA: ':memory:' } : process.env);
  const jobwire = await runJobwire(config, (what) => complain(`Still getting ready: ${what}`));
  const alive: { demo?: Demo } = {};
  const stop = async (): Promise<void> => {
    await alive.demo?.stop();
    await jobwire.stop();
  };
  endGently(stop, createLogger({ level: config.JOBWIRE_LOG_LEVEL, name: 'jobwire' }));
  say(
    jobwire.folder.keeps
      ? `Data is kept in ${jobwire.folder.path}`
      : `Nothing is kept; keys are in ${jobwire.folder.path} (for tokens: JOBWIRE_DATA=${jobwire.folder.path})`,
  );
  say(`Jobwire is ready at ${jobwire.url}`);
  if (!demo) return;
  const logger = createLogger({ level: config.JOBWIRE_LOG_LEVEL, name: 'demo' });
  alive.demo = await startDemo({ url: jobwire.url, instance: jobwire.folder.instance, logger });
}

function fail(error: unknown): void {
  complain(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

main().catch(fail);
