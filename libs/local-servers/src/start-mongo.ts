import { MongoClient } from 'mongodb';
import { placesOf } from './config.js';
import { findMongod, type MongodProgram } from './find-mongod.js';
import { freePort } from './free-port.js';
import { onFreePort, type LocalServer, type LocalServerOptions } from './local-server.js';
import { ServerProcess, serverFolder } from './server-process.js';

export interface LocalMongoOptions extends LocalServerOptions {
  /** WiredTiger's cache, in GB; 0.5 when absent (130 to 180 MB resident with little data). MongoDB's least is 0.25. */
  readonly cacheGb?: number;
}

const START_MS = 60_000;
const GRACE_MS = 10_000;
const PROBE_MS = 1000;

/**
 * A MongoDB server of one node, without a replica set, on loopback.
 * @throws Error with the server's last lines when it cannot start, or with what to install when there is none
 */
export async function startMongo(options: LocalMongoOptions = {}): Promise<LocalServer> {
  const program = await findMongod(placesOf(), options.say ?? ignore);
  return onFreePort(options.port, () => startOn(program, options));
}

async function startOn(program: MongodProgram, options: LocalMongoOptions): Promise<LocalServer> {
  const port = options.port ?? (await freePort());
  const folder = serverFolder('mongodb', options.folder);
  const address = `mongodb://127.0.0.1:${port}`;
  const cache = ['--wiredTigerCacheSizeGB', String(options.cacheGb ?? 0.5)];
  const place = ['--dbpath', folder.path, '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket'];
  const server = await ServerProcess.start({
    name: 'MongoDB',
    folder,
    command: [program.path, ...place, ...cache, '--quiet'],
    probe: () => ping(address),
    trouble: /"s":"[EF]"|error while loading/,
    startMs: START_MS,
    graceMs: GRACE_MS,
    say: options.say ?? ignore,
  });
  return {
    address,
    source: program.source,
    get pid() {
      return server.pid;
    },
    ended: server.ended,
    stop: () => server.stop(),
  };
}

async function ping(address: string): Promise<void> {
  const client = new MongoClient(address, {
    serverSelectionTimeoutMS: PROBE_MS,
    connectTimeoutMS: PROBE_MS,
    socketTimeoutMS: PROBE_MS,
  });
  try {
    await client.db('admin').command({ ping: 1 });
  } finally {
    await client.close();
  }
}

function ignore(): void {
  // nobody waits
}
