import { allEvents } from '@jobwire/contracts';
import { systemClock } from '@jobwire/kernel';
import type { EventLog } from '@jobwire/messaging';
import { TokenVerifier } from '../auth/verifier.js';
import type { Door } from '../front-door/door.js';
import { Health } from '../health/health.js';
import { instanceOf } from '../instance/instance.js';
import { createLogger, type Logger } from '../logging/logger.js';
import { Metrics } from '../metrics/metrics.js';
import type { ServiceContext } from '../service/service-context.js';
import { startService, type RunningService, type ServiceDefinition } from '../service/start-service.js';
import { externalIssuer } from '../settings/shapes.js';
import { startTracing, type StopTracing } from '../tracing/start-tracing.js';
import { endGently } from './end-gently.js';
import { kafkaFromSettings } from './kafka-from-settings.js';
import { openServiceDoor } from './service-door.js';
import type { ServiceSettings } from './service-settings.js';
import { whenTopicsAreThere } from './when-topics-are-there.js';

/** What is there so far, so that it can be stopped at any moment of its start. */
interface Parts {
  readonly log: EventLog;
  readonly starting: AbortController;
  stopTracing?: StopTracing;
  door?: Door;
  service?: RunningService;
}

/** One service as a process of its own, on Kafka and MongoDB. Waits for both, and says so. */
export async function runService(definition: ServiceDefinition, settings: ServiceSettings): Promise<void> {
  const name = nameOf(definition, settings);
  const logger = createLogger({ level: settings.JOBWIRE_LOG_LEVEL, name });
  const log = kafkaFromSettings(name, settings, logger);
  const parts: Parts = { log, starting: new AbortController() };
  const process = endGently(() => stop(parts), logger);
  try {
    parts.stopTracing = await startTracing(name, settings);
    const context = await contextOf(definition, settings, {
      log,
      logger,
      failed: (error) => process.fail(error),
    });
    await start(definition, context, settings, parts);
  } catch (error) {
    if (!parts.starting.signal.aborted) process.fail(error);
  }
}

/** Twins have names of their own. */
function nameOf({ name }: ServiceDefinition, { JOBWIRE_PROCESS }: ServiceSettings): string {
  return JOBWIRE_PROCESS ?? name;
}

async function start(
  definition: ServiceDefinition,
  context: ServiceContext,
  settings: ServiceSettings,
  parts: Parts,
): Promise<void> {
  const { logger, health } = context;
  health.addReadiness('started', () => ({ ok: parts.service !== undefined }));
  const place = { host: settings.JOBWIRE_HOST, port: settings.JOBWIRE_PORT };
  parts.door = await openServiceDoor(place, nameOf(definition, settings), context, () => parts.service);
  const topics = allEvents.map((event) => event.topic);
  const waiting = (error: Error): void => logger.warn({ reason: error.message }, 'waiting for Kafka');
  await whenTopicsAreThere(parts.log, topics, waiting, parts.starting.signal);
  parts.service = await startService(definition, context);
  logger.info({ url: parts.door.url }, 'started');
}

async function stop({ log, starting, door, service, stopTracing }: Parts): Promise<void> {
  starting.abort();
  const closed = door?.close();
  await service?.stop();
  await closed;
  await log.close();
  await stopTracing?.();
}

async function contextOf(
  definition: ServiceDefinition,
  settings: ServiceSettings,
  made: { log: EventLog; logger: Logger; failed: (error: Error) => void },
): Promise<ServiceContext> {
  const { name } = definition;
  const instance = instanceOf(settings.JOBWIRE_DATA);
  const metrics = new Metrics();
  metrics.registry.setDefaultLabels({ service: name, process: nameOf(definition, settings) });
  metrics.watchProcess();
  return {
    ...made,
    name,
    instance,
    metrics,
    verifier: await TokenVerifier.create(instance, externalIssuer(settings)),
    clock: systemClock,
    health: new Health(),
    storage: {
      kind: 'mongodb',
      uri: settings.JOBWIRE_MONGODB,
      // MongoDB takes no dots in the name of a database.
      database: `${settings.JOBWIRE_PREFIX}${name}`.replaceAll('.', '-'),
    },
    partitions: settings.JOBWIRE_PARTITIONS,
    origin: () => '',
    developmentSignIn: false,
    callsAMinute: settings.JOBWIRE_CALLS_PER_MINUTE,
    allowedOrigins: settings.JOBWIRE_ORIGINS,
    taxonomy: settings.JOBWIRE_TAXONOMY,
    places: settings.JOBWIRE_PLACES,
    index: settings.JOBWIRE_INDEX,
    behindFrontDoor: true,
  };
}
