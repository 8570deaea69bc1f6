import {
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { createMatchEngine } from '@jobwire/matcher';
import type { EventPublisher } from '@jobwire/messaging';
import { CONTEXT, PUBLISHER, type ServiceContext, type ServiceDefinition } from '@jobwire/platform';
import { loadTaxonomy } from '@jobwire/taxonomy';
import { MatchingRunner } from './adapters/events/matching-runner.js';
import { matchingTaxonomy } from './adapters/taxonomy/matching-taxonomy.js';

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
        new MatchingRunner(context, publisher, () =>
          createMatchEngine(matchingTaxonomy(loadTaxonomy(context.taxonomy))),
        ),
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

export const service: ServiceDefinition = {
  name: 'matching',
  module: (context) => MatchingModule.of(context),
};
