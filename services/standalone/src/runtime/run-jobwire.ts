import { allEvents, type ServiceName } from '@jobwire/contracts';
import { systemClock, type Clock } from '@jobwire/kernel';
import { openSqliteLog, type EventLog } from '@jobwire/messaging';
import {
  Health,
  Metrics,
  TokenVerifier,
  createLogger,
  externalIssuer,
  maySignInByName,
  openFrontDoor,
  ownerHere,
  startService,
  startTracing,
  type Door,
  type House,
  type Logger,
  type RunningService,
  type ServiceContext,
  type StopTracing,
} from '@jobwire/platform';
import type { Config } from '../config.js';
import { openDataFolder, type DataFolder } from './data-folder.js';
import { services } from './services.js';
import { untilReady } from './until-ready.js';

export interface Jobwire {
  readonly url: string;
  readonly folder: DataFolder;
  stop(): Promise<void>;
}

interface Shared {
  readonly config: Config;
  readonly folder: DataFolder;
  readonly log: EventLog;
  readonly verifier: TokenVerifier;
  readonly metrics: Metrics;
  readonly logger: Logger;
  readonly clock: Clock;
  /** Told what a long start waits for. */
  readonly waiting: (what: string) => void;
  readonly stopTracing: StopTracing;
  /** Filled in when the front door has opened. */
  readonly address: { url: string };
}

/** All services in this process, behind one HTTP server. */
export async function runJobwire(
  config: Config,
  waiting: (what: string) => void = () => undefined,
  clock: Clock = systemClock,
): Promise<Jobwire> {
  const folder = openDataFolder(config.JOBWIRE_DATA);
  try {
    const shared = await prepare(config, folder, waiting, clock);
    return await startAll(shared);
  } catch (error) {
    folder.release();
    throw error;
  }
}

async function prepare(
  config: Config,
  folder: DataFolder,
  waiting: Shared['waiting'],
  clock: Clock,
): Promise<Shared> {
  const logger = createLogger({ level: config.JOBWIRE_LOG_LEVEL, name: 'jobwire' });
  const metrics = new Metrics();
  metrics.watchProcess();
  const log = openSqliteLog({
    file: folder.file('log'),
    partitions: config.JOBWIRE_PARTITIONS,
    prefix: config.JOBWIRE_PREFIX,
    maintenanceFailed: (error) =>
      logger.error({ err: error }, 'compacting the log failed and is tried again'),
  });
  const stopTracing = await startTracing('jobwire', config);
  await log.ensureTopics(allEvents.map((event) => event.topic));
  const verifier = await TokenVerifier.create(folder.instance, externalIssuer(config));
  const address = { url: '' };
  return { config, folder, log, verifier, metrics, logger, clock, waiting, stopTracing, address };
}

async function startAll(shared: Shared): Promise<Jobwire> {
  const running: RunningService[] = [];
  const stopServices = async (): Promise<void> => {
    for (const service of running.toReversed()) await service.stop();
    await shared.log.close();
    await shared.stopTracing();
  };
  try {
    for (const definition of services)
      running.push(await startService(definition, contextOf(definition.name, shared)));
    const door = await openFrontDoor(running.map(ownerHere), houseOf(shared));
    shared.address.url = door.url;
    await untilReady(running, shared.waiting);
    return { url: door.url, folder: shared.folder, stop: () => stopAll(door, stopServices, shared) };
  } catch (error) {
    await stopServices();
    throw error;
  }
}

async function stopAll(door: Door, stopServices: () => Promise<void>, { folder }: Shared): Promise<void> {
  const closed = door.close();
  await stopServices();
  await closed;
  folder.release();
}

function houseOf({ config, folder, metrics: { registry }, logger }: Shared): House {
  return {
    place: { host: config.JOBWIRE_HOST, port: config.JOBWIRE_PORT },
    instance: folder.instance,
    logger,
    metrics: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}

function contextOf(name: ServiceName, shared: Shared): ServiceContext {
  const { folder, log, verifier, metrics, clock, config } = shared;
  return {
    name,
    log,
    verifier,
    metrics,
    clock,
    instance: folder.instance,
    logger: shared.logger.child({ service: name }),
    health: new Health(),
    storage: { kind: 'sqlite', file: (store) => folder.file(store) },
    partitions: config.JOBWIRE_PARTITIONS,
    origin: () => shared.address.url,
    developmentSignIn: maySignInByName(config),
    callsAMinute: config.JOBWIRE_CALLS_PER_MINUTE,
    allowedOrigins: config.JOBWIRE_ORIGINS,
    taxonomy: config.JOBWIRE_TAXONOMY,
    places: config.JOBWIRE_PLACES,
    index: config.JOBWIRE_INDEX ?? (folder.keeps ? folder.path : undefined),
  };
}
