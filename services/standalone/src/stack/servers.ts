import {
  freePort,
  startKafka,
  startMongo,
  type LocalServer,
  type LocalServerOptions,
} from '@jobwire/local-servers';
import { join } from 'node:path';
import { Supervised } from './supervised.js';
import type { StackConfig } from './stack-config.js';

type Say = (line: string) => void;

export interface Servers {
  readonly kafka: string;
  readonly mongodb: string;
  stop(): Promise<void>;
}

/** Kafka and MongoDB: those that the settings name, else some of our own with their data in the folder. */
export async function openServers(config: StackConfig, folder: string, say: Say): Promise<Servers> {
  const own: Supervised[] = [];
  const keep = async (name: string, start: (options: LocalServerOptions) => Promise<LocalServer>) => {
    const port = await freePort();
    let address = '';
    const server = new Supervised(
      name,
      async () => {
        const running = await start({ port, folder: join(folder, name.toLowerCase()), say });
        ({ address } = running);
        return running;
      },
      say,
    );
    await server.start();
    own.push(server);
    return address;
  };
  const stop = async (): Promise<void> => void (await Promise.all(own.map((server) => server.stop())));
  try {
    const [kafka, mongodb] = await Promise.all([
      config.JOBWIRE_KAFKA ?? keep('Kafka', startKafka),
      config.JOBWIRE_MONGODB ?? keep('MongoDB', startMongo),
    ]);
    return { kafka, mongodb, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
