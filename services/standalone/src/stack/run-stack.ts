import type { ServiceName } from '@jobwire/contracts';
import { freePort } from '@jobwire/local-servers';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openDataFolder, type DataFolder } from '../runtime/data-folder.js';
import { indexFolders } from './index-folders.js';
import { openServers, type Servers } from './servers.js';
import { startServiceProcess } from './service-process.js';
import type { StackConfig } from './stack-config.js';
import { Supervised } from './supervised.js';

type Say = (line: string) => void;

export interface Stack {
  readonly url: string;
  readonly folder: DataFolder;
  stop(): Promise<void>;
}

/** One process of one service, and where it listens. */
interface Place {
  readonly service: ServiceName;
  /** Tells it apart from its twins. */
  readonly name: string;
  readonly port: number;
  /** Where it saves the matching index, if it has one. */
  readonly index: string | undefined;
}

const LOOK_EVERY_MS = 100;
const LONG_MS = 3_000;

/** Every service as a process of its own, on Kafka and MongoDB, behind one front door. */
export async function runStack(config: StackConfig, say: Say, signal: AbortSignal): Promise<Stack> {
  const folder = openDataFolder(config.JOBWIRE_DATA);
  const parts: { servers?: Servers; processes: Supervised[] } = { processes: [] };
  const stop = async (): Promise<void> => {
    // The front door last: until then it can say who is away.
    const [door, ...others] = parts.processes.toReversed();
    await Promise.all(others.map((one) => one.stop()));
    await door?.stop();
    await parts.servers?.stop();
    folder.release();
  };
  try {
    parts.servers = await openServers(config, folder.path, say);
    const places = await placesOf(config, folder);
    const port = config.JOBWIRE_PORT === 0 ? await freePort() : config.JOBWIRE_PORT;
    parts.processes = [
      ...places.map((place) => supervise(place, environmentOf(place, config, folder, parts.servers), say)),
      supervise(
        { service: 'web', name: 'web', port, index: undefined },
        doorEnvironment(places, port, config, folder),
        say,
      ),
    ];
    await Promise.all(parts.processes.map((one) => one.start()));
    const url = `http://${config.JOBWIRE_HOST}:${port}`;
    await untilReady(url, say, signal);
    return { url, folder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function placesOf({ processes, JOBWIRE_INDEX }: StackConfig, { path }: DataFolder): Promise<Place[]> {
  const wanted: [ServiceName, number][] = [
    ['notifications', processes.notifications],
    ['matching', processes.matching],
    ['vacancies', 1],
    ['profiles', 1],
  ];
  const names = wanted.flatMap(([service, count]) =>
    Array.from({ length: count }, (_, index) => ({
      service,
      name: count === 1 ? service : `${service}-${index + 1}`,
    })),
  );
  const matching = names.filter(({ service }) => service === 'matching').map(({ name }) => name);
  const indexes = indexFolders(JOBWIRE_INDEX ?? join(path, 'index'), matching);
  return Promise.all(
    names.map(async (one) => ({ ...one, port: await freePort(), index: indexes.get(one.name) })),
  );
}

function supervise(place: Place, environment: Record<string, string>, say: Say): Supervised {
  return new Supervised(place.name, async () => startServiceProcess(place.service, environment), say);
}

function environmentOf(
  { name, port, index }: Place,
  config: StackConfig,
  folder: DataFolder,
  servers: Servers | undefined,
): Record<string, string> {
  return {
    ...common(config, folder),
    JOBWIRE_HOST: '127.0.0.1',
    JOBWIRE_PORT: String(port),
    JOBWIRE_PROCESS: name,
    ...(index !== undefined && { JOBWIRE_INDEX: index }),
    JOBWIRE_KAFKA: servers?.kafka ?? '',
    JOBWIRE_MONGODB: servers?.mongodb ?? '',
  };
}

function doorEnvironment(
  places: readonly Place[],
  port: number,
  config: StackConfig,
  folder: DataFolder,
): Record<string, string> {
  return {
    ...common(config, folder),
    JOBWIRE_HOST: config.JOBWIRE_HOST,
    JOBWIRE_PORT: String(port),
    JOBWIRE_SERVICES: places.map((place) => `${place.service}=http://127.0.0.1:${place.port}`).join(','),
  };
}

function common(config: StackConfig, folder: DataFolder): Record<string, string> {
  return { JOBWIRE_DATA: folder.path, JOBWIRE_LOG_LEVEL: config.JOBWIRE_LOG_LEVEL };
}

/** Until the front door says that everybody is ready; tells now and then who is not. */
async function untilReady(url: string, say: Say, signal: AbortSignal): Promise<void> {
  for (let told = performance.now(); ;) {
    const waiting = await notReady(url);
    if (waiting.length === 0) return;
    if (performance.now() - told > LONG_MS) {
      told = performance.now();
      say(`Still getting ready: ${waiting.join(', ')}`);
    }
    await pause(LOOK_EVERY_MS, undefined, { signal });
  }
}

async function notReady(url: string): Promise<string[]> {
  try {
    const answer = await fetch(new URL('/health/ready', url));
    const lines = (await answer.text()).trim().split('\n');
    return lines
      .map((line) => JSON.parse(line) as { name: string; ok: boolean })
      .filter(({ ok }) => !ok)
      .map(({ name }) => name);
  } catch {
    return ['the front door'];
  }
}
