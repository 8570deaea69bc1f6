import {
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { createMatchEngine, openMatchEngine, type MatchingTaxonomy } from '@jobwire/matcher';
import type { EventPublisher } from '@jobwire/messaging';
import { CONTEXT, PUBLISHER, type ServiceContext, type ServiceDefinition } from '@jobwire/platform';
import { loadTaxonomy } from '@jobwire/taxonomy';
import type { Saving } from './adapters/events/keep-saving.js';
import { MatchingRunner, type Engines } from './adapters/events/matching-runner.js';
import { SnapshotFile } from './adapters/files/snapshot-file.js';
import { matchingTaxonomy } from './adapters/taxonomy/matching-taxonomy.js';

/** With a million profiles saving takes a second or two, of which events wait for some 30 ms. */
const SAVE_EVERY_MS = 10 * 60_000;
/** With the saving itself, an erased person is out of the snapshot within a minute. */
const FORGET_AFTER_MS = 50_000;

/** What a benchmark has otherwise than the house. */
export interface MatchingOptions {
  /** Asked for whenever an index is made; the context's when absent. */
  readonly taxonomy?: () => MatchingTaxonomy;
  readonly saveEveryMs?: number;
}

@Module({})
export class MatchingModule implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    @Inject(CONTEXT) private readonly context: ServiceContext,
    @Inject(MatchingRunner) private readonly runner: MatchingRunner,
  ) {}

  static of(context: ServiceContext, own: MatchingOptions = {}): DynamicModule {
    const { taxonomy = () => matchingTaxonomy(loadTaxonomy(context.taxonomy)), saveEveryMs = SAVE_EVERY_MS } =
      own;
    const runner = {
      provide: MatchingRunner,
      inject: [PUBLISHER],
      useFactory: (publisher: EventPublisher) =>
        new MatchingRunner(context, publisher, enginesOf(taxonomy), savingOf(context, saveEveryMs)),
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

function enginesOf(taxonomy: () => MatchingTaxonomy): Engines {
  return {
    create: () => createMatchEngine(taxonomy()),
    reopen: (take) => openMatchEngine(taxonomy(), take),
  };
}

function savingOf({ index }: ServiceContext, everyMs: number): Saving {
  return {
    store: index === undefined ? undefined : new SnapshotFile(index),
    everyMs,
    forgetAfterMs: FORGET_AFTER_MS,
  };
}

export const service: ServiceDefinition = {
  name: 'matching',
  module: (context) => MatchingModule.of(context),
};
