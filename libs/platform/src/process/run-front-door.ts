import { systemClock } from '@jobwire/kernel';
import { openSqliteLog } from '@jobwire/messaging';
import { TokenVerifier } from '../auth/verifier.js';
import type { Door } from '../front-door/door.js';
import { openFrontDoor } from '../front-door/front-door.js';
import { gatheredMetrics } from '../front-door/gathered-metrics.js';
import { ownerElsewhere } from '../front-door/owner-elsewhere.js';
import { ownerHere } from '../front-door/owner-here.js';
import { Health } from '../health/health.js';
import { instanceOf } from '../instance/instance.js';
import { createLogger } from '../logging/logger.js';
import { Metrics } from '../metrics/metrics.js';
import type { ServiceContext } from '../service/service-context.js';
import { startService, type RunningService, type ServiceDefinition } from '../service/start-service.js';
import { externalIssuer, maySignInByName } from '../settings/shapes.js';
import { startTracing, type StopTracing } from '../tracing/start-tracing.js';
import { endGently } from './end-gently.js';
import type { FrontDoorSettings } from './front-door-settings.js';

/** The pages, and one origin in front of all the services that run elsewhere. */
export async function runFrontDoor(
  definition: ServiceDefinition,
  settings: FrontDoorSettings,
): Promise<void> {
  const logger = createLogger({ level: settings.JOBWIRE_LOG_LEVEL, name: definition.name });
  const parts: { door?: Door; service?: RunningService; stopTracing?: StopTracing } = {};
  const process = endGently(async () => {
    const closed = parts.door?.close();
    await parts.service?.stop();
    await closed;
    await parts.stopTracing?.();
  }, logger);
  try {
    parts.stopTracing = await startTracing(definition.name, settings);
    const context = await contextOf(definition, settings, () => parts.door?.url ?? '', {
      logger,
      failed: (error) => process.fail(error),
    });
    parts.service = await startService(definition, context);
    const elsewhere = [...settings.JOBWIRE_SERVICES];
    const owners = elsewhere.map(([name, addresses]) => ownerElsewhere(name, addresses));
    parts.door = await openFrontDoor([ownerHere(parts.service), ...owners], {
      place: { host: settings.JOBWIRE_HOST, port: settings.JOBWIRE_PORT },
      instance: context.instance,
      logger,
      metrics: () =>
        gatheredMetrics(
          context.metrics.registry,
          elsewhere.flatMap(([, addresses]) => addresses),
        ),
    });
    logger.info({ url: parts.door.url }, 'started');
  } catch (error) {
    process.fail(error);
  }
}

async function contextOf(
  { name }: ServiceDefinition,
  settings: FrontDoorSettings,
  door: () => string,
  made: Pick<ServiceContext, 'logger' | 'failed'>,
): Promise<ServiceContext> {
  const instance = instanceOf(settings.JOBWIRE_DATA);
  const metrics = new Metrics();
  metrics.registry.setDefaultLabels({ service: name, process: name });
  metrics.watchProcess();
  return {
    ...made,
    name,
    instance,
    metrics,
    // The pages neither say nor hear events; a log of its own, in memory, is the least there is.
    log: openSqliteLog({ file: ':memory:' }),
    verifier: await TokenVerifier.create(instance, externalIssuer(settings)),
    clock: systemClock,
    health: new Health(),
    storage: { kind: 'sqlite', file: () => ':memory:' },
    partitions: settings.JOBWIRE_PARTITIONS,
    origin: () => settings.JOBWIRE_URL ?? door(),
    developmentSignIn: maySignInByName(settings),
    callsAMinute: settings.JOBWIRE_CALLS_PER_MINUTE,
    allowedOrigins: settings.JOBWIRE_ORIGINS,
  };
}
