import {
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { vacancyState } from '@jobwire/contracts';
import { availableParallelism } from 'node:os';
import { StateRelay, type EventPublisher } from '@jobwire/messaging';
import { CONTEXT, PUBLISHER, every, type ServiceContext, type ServiceDefinition } from '@jobwire/platform';
import { loadGazetteer, loadTaxonomy, sharedTables } from '@jobwire/taxonomy';
import { VacancyStateHandler } from './adapters/events/vacancy-state.handler.js';
import { EmployerController } from './adapters/http/employer.controller.js';
import { VacanciesController } from './adapters/http/vacancies.controller.js';
import { sqliteStores } from './adapters/sqlite/sqlite-stores.js';
import { DraftThreads } from './adapters/threads/draft-threads.js';
import { ChangeVacancy } from './application/change-vacancy.js';
import { CloseVacancy } from './application/close-vacancy.js';
import { EndDueVacancies } from './application/end-due-vacancies.js';
import { FollowReplaced } from './application/follow-replaced.js';
import { ImportVacancies } from './application/import-vacancies.js';
import { DraftHere } from './application/draft-here.js';
import {
  DRAFTING,
  EMPLOYERS,
  POSTING_KEYS,
  RELAY,
  REPLAYS,
  STORES,
  UNDERSTANDING,
  VACANCIES,
  type Drafting,
  type Stores,
  type Vacancies,
} from './application/ports.js';
import { PostVacancy } from './application/post-vacancy.js';
import { ReadVacancies } from './application/read-vacancies.js';
import { RenameEmployer } from './application/rename-employer.js';
import type { Understanding } from './domain/understand.js';

const TICK_MS = 1000;
const useCases = [
  PostVacancy,
  ImportVacancies,
  ChangeVacancy,
  CloseVacancy,
  EndDueVacancies,
  FollowReplaced,
  ReadVacancies,
  RenameEmployer,
];

@Module({})
export class VacanciesModule implements OnApplicationBootstrap, OnApplicationShutdown, OnModuleInit {
  private stops: (() => Promise<void>)[] = [];

  constructor(
    @Inject(CONTEXT) private readonly context: ServiceContext,
    @Inject(RELAY) private readonly relay: StateRelay,
    @Inject(EndDueVacancies) private readonly time: EndDueVacancies,
    @Inject(FollowReplaced) private readonly taxonomies: FollowReplaced,
    @Inject(STORES) private readonly stores: Stores,
    @Inject(DRAFTING) private readonly drafting: Drafting,
  ) {}

  static of(context: ServiceContext): DynamicModule {
    return {
      module: VacanciesModule,
      controllers: [VacanciesController, EmployerController, VacancyStateHandler],
      providers: [
        { provide: STORES, useFactory: () => storesOf(context) },
        { provide: VACANCIES, inject: [STORES], useFactory: ({ vacancies }: Stores) => vacancies },
        { provide: EMPLOYERS, inject: [STORES], useFactory: ({ employers }: Stores) => employers },
        { provide: REPLAYS, inject: [STORES], useFactory: ({ replays }: Stores) => replays },
        { provide: POSTING_KEYS, inject: [STORES], useFactory: ({ postingKeys }: Stores) => postingKeys },
        {
          provide: UNDERSTANDING,
          useFactory: () => ({
            taxonomy: loadTaxonomy(context.taxonomy),
            gazetteer: loadGazetteer(context.places),
          }),
        },
        {
          provide: DRAFTING,
          inject: [UNDERSTANDING],
          useFactory: (understanding: Understanding) => draftingOf(context, understanding),
        },
        {
          provide: RELAY,
          inject: [VACANCIES, PUBLISHER],
          useFactory: (states: Vacancies, publisher: EventPublisher) =>
            new StateRelay({ event: vacancyState, states, publisher, logger: context.logger }),
        },
        ...useCases,
      ],
    };
  }

  async onModuleInit(): Promise<void> {
    await this.stores.open(await this.context.log.logId());
  }

  onApplicationBootstrap(): void {
    const { logger, metrics, name } = this.context;
    metrics.watchOutbox(name, () => this.relay.backlog);
    this.stops = [
      every(TICK_MS, 'publishing what a crash left', () => this.relay.sweep(), logger),
      every(TICK_MS, 'ending due vacancies', () => this.time.run(), logger),
      every(TICK_MS, 'following replaced concepts', () => this.taxonomies.run(), logger),
    ];
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.stops.map((stop) => stop()));
    await this.drafting.close();
    await this.stores.close();
  }
}

/** mongoose takes 0.35 s and 39 MB to load, which SQLite does without. */
async function storesOf(context: ServiceContext): Promise<Stores> {
  const { storage } = context;
  if (storage.kind === 'sqlite') return sqliteStores(storage.file('vacancies'));
  const { mongoStores } = await import('./adapters/mongo/mongo-stores.js');
  return mongoStores(storage, context);
}

const MOST_THREADS = 4;

/** With the shipped taxonomy an advert is read in 2 ms, and threads cost more than they save. */
function draftingOf({ taxonomy, places, logger }: ServiceContext, understanding: Understanding): Drafting {
  if (taxonomy === undefined) return new DraftHere(understanding);
  const threads = Math.min(MOST_THREADS, availableParallelism());
  const settings = () => ({ taxonomy, places, tables: sharedTables(taxonomy) });
  return new DraftThreads({ settings, threads, logger });
}

export const service: ServiceDefinition = {
  name: 'vacancies',
  module: (context) => VacanciesModule.of(context),
};
