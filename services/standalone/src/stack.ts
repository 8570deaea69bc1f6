// `npm run stack`: the real thing on one machine, without Docker.
import { createLogger, endGently, main } from '@jobwire/platform';
import { readStackConfig } from './stack/stack-config.js';
import { runStack } from './stack/run-stack.js';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

await main(async () => {
  const config = readStackConfig(process.argv.slice(2));
  const logger = createLogger({ level: config.JOBWIRE_LOG_LEVEL, name: 'stack' });
  const starting = new AbortController();
  const begun = runStack(config, say, starting.signal);
  endGently(async () => {
    starting.abort();
    const stack = await begun.catch(() => undefined);
    await stack?.stop();
  }, logger);
  const stack = await begun.catch((error: unknown) => {
    if (!starting.signal.aborted) throw error;
  });
  if (stack === undefined) return;
  say(`Data is kept in ${stack.folder.path}`);
  say(`Jobwire is ready at ${stack.url}`);
});
