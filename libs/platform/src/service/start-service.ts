import 'reflect-metadata';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { ServiceName } from '@jobwire/contracts';
import { LogTransport, type ConsumerObserver } from '@jobwire/messaging';
import type { RequestListener } from 'node:http';
import { speakPlainly } from '../http/plain-messages.js';
import { ProblemFilter } from '../http/problem.filter.js';
import { requestScope } from '../http/request-scope.js';
import { NestLogger } from '../logging/nest-logger.js';
import type { Metrics } from '../metrics/metrics.js';
import { PlatformModule } from './platform.module.js';
import type { ServiceContext } from './service-context.js';

/** A service as the outside sees it: a name, and a module made for a context. */
export interface ServiceDefinition {
  readonly name: ServiceName;
  readonly module: (context: ServiceContext) => DynamicModule;
}

export interface RunningService {
  readonly name: ServiceName;
  readonly context: ServiceContext;
  /** Answers HTTP requests that the route table sends here. */
  readonly handle: RequestListener;
  /** Finishes what is in hand, drains sockets, closes stores. */
  stop(): Promise<void>;
}

@Module({})
class RootModule {}

/** Starts one service as a Nest application of its own: its handlers, filters, consumer group and shutdown. */
export async function startService(
  definition: ServiceDefinition,
  context: ServiceContext,
): Promise<RunningService> {
  speakPlainly();
  const imports = [PlatformModule.of(context), definition.module(context)];
  const app = await NestFactory.create<NestExpressApplication>(
    { module: RootModule, imports },
    { bodyParser: false, logger: new NestLogger(context.logger), abortOnError: false },
  );
  app.disable('x-powered-by');
  if (context.behindFrontDoor === true) app.set('trust proxy', 'loopback, linklocal, uniquelocal');
  app.use(requestScope(definition.name, context.logger, context.metrics));
  app.useGlobalFilters(new ProblemFilter(context.logger));
  await consume(app, context);
  const handle = app.getHttpAdapter().getInstance() as RequestListener;
  return {
    name: definition.name,
    context,
    handle,
    stop: () => app.close(),
  };
}

function observerOf(consumergroup: string, metrics: Metrics): ConsumerObserver {
  return {
    handled: (topic, records) => metrics.recordsHandled.inc({ consumergroup, topic }, records),
    deadLettered: (topic, reason) => metrics.deadLetters.inc({ consumergroup, topic, reason }),
    skipped: (topic, reason) => metrics.deadLetters.inc({ consumergroup: 'none', topic, reason }),
    waiting: (topic) => metrics.waits.inc({ consumergroup, topic }),
  };
}

/** Events are handled by the same application. */
async function consume(app: NestExpressApplication, context: ServiceContext): Promise<void> {
  const { log, name, logger, metrics, health } = context;
  const transport = new LogTransport({ log, group: name, logger, observer: observerOf(name, metrics) });
  app.connectMicroservice({ strategy: transport }, { inheritAppConfig: true });
  health.addReadiness('consumer', () => transport.health());
  metrics.watchLag(name, () => transport.progress());
  transport.on('failed', (error) => {
    logger.fatal({ err: error }, 'reading the event log has ended; the process has to be started anew');
    health.addLiveness('consumer', () => ({ ok: false, detail: 'reading the event log has ended' }));
    context.failed?.(error);
  });
  await app.init();
  await app.startAllMicroservices();
}
