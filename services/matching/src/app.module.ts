import {
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { createMatchEngine, openMatchEngine } from '@jobwire/matcher';
import type { EventPublisher } from '@jobwire/messaging';
import { CONTEXT, PUBLISHER, type ServiceContext, type ServiceDefinition } from '@jobwire/platform';
import { loadTaxonomy } from '@jobwire/taxonomy';
import { MatchingRunner, type Engines, type Saving } from './adapters/events/matching-runner.js';
import { SnapshotFile } from './adapters/files/snapshot-file.js';
import { matchingTaxonomy } from './adapters/taxonomy/matching-taxonomy.js';

/** With a million profiles saving takes a second or two, in which no event is matched. */
const SAVE_EVERY_MS = 10 * 60_000;

@Module({})
export class MatchingModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(CONTEXT) private readonly context: ServiceContext,
    @Inject(MatchingRunner) private readonly runner: MatchingRunner,
  ) {}

  static of(context: ServiceContext): DynamicModule {
    const runner = {
      provide: MatchingRunner,
      inject: [PUBLISHER],
      useFactory: (publisher: EventPublisher) =>
        new MatchingRunner(context, publisher, enginesOf(context), savingOf(context)),
    };
    return { module: MatchingModule, providers: [runner] };
  }

  async onApplicationBootstrap(): Promise<void> {
    const { health, metrics } = this.context;
    health.addReadiness('matching', () => ({ ok: this.runner.ready }));
    metrics.watchLag(this.context.name, () => this.runner.lags);
    await this.runner.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.runner.stop();
  }
}

function enginesOf({ taxonomy }: ServiceContext): Engines {
  const loaded = () => matchingTaxonomy(loadTaxonomy(taxonomy));
  return {
    create: () => createMatchEngine(loaded()),
    reopen: (take) => openMatchEngine(loaded(), take),
  };
}

function savingOf({ index }: ServiceContext): Saving {
  return { store: index === undefined ? undefined : new SnapshotFile(index), everyMs: SAVE_EVERY_MS };
}

export const service: ServiceDefinition = {
  name: 'matching',
  module: (context) => MatchingModule.of(context),
};
