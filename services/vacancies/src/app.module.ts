import {
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { vacancyState } from '@jobwire/contracts';
import { StateRelay, type EventPublisher } from '@jobwire/messaging';
import { CONTEXT, PUBLISHER, every, type ServiceContext, type ServiceDefinition } from '@jobwire/platform';
import { Database, Publication, adoptLog } from '@jobwire/sqlite';
import { loadGazetteer, loadTaxonomy } from '@jobwire/taxonomy';
import { VacancyStateHandler } from './adapters/events/vacancy-state.handler.js';
import { EmployerController } from './adapters/http/employer.controller.js';
import { VacanciesController } from './adapters/http/vacancies.controller.js';
import { migrations } from './adapters/sqlite/schema.js';
import { SqliteEmployers } from './adapters/sqlite/sqlite-employers.js';
import { SqlitePostingKeys } from './adapters/sqlite/sqlite-posting-keys.js';
import { SqliteReplays } from './adapters/sqlite/sqlite-replays.js';
import { SqliteVacancies } from './adapters/sqlite/sqlite-vacancies.js';
import { ChangeVacancy } from './application/change-vacancy.js';
import { CloseVacancy } from './application/close-vacancy.js';
import { EndDueVacancies } from './application/end-due-vacancies.js';
import { ImportVacancies } from './application/import-vacancies.js';
import {
  EMPLOYERS,
  POSTING_KEYS,
  RELAY,
  REPLAYS,
  UNDERSTANDING,
  VACANCIES,
  type Vacancies,
} from './application/ports.js';
import { PostVacancy } from './application/post-vacancy.js';
import { ReadVacancies } from './application/read-vacancies.js';
import { RenameEmployer } from './application/rename-employer.js';

const TICK_MS = 1000;
const useCases = [
  PostVacancy,
  ImportVacancies,
  ChangeVacancy,
  CloseVacancy,
  EndDueVacancies,
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
    @Inject(Database) private readonly database: Database,
  ) {}

  static of(context: ServiceContext): DynamicModule {
    const database = new Database({ file: context.dataFile('vacancies'), migrations });
    return {
      module: VacanciesModule,
      controllers: [VacanciesController, EmployerController, VacancyStateHandler],
      providers: [
        { provide: Database, useValue: database },
        { provide: VACANCIES, useValue: new SqliteVacancies(database) },
        { provide: EMPLOYERS, useValue: new SqliteEmployers(database) },
        { provide: REPLAYS, useValue: new SqliteReplays(database) },
        { provide: POSTING_KEYS, useValue: new SqlitePostingKeys(database) },
        {
          provide: UNDERSTANDING,
          useFactory: () => ({ taxonomy: loadTaxonomy(), gazetteer: loadGazetteer() }),
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
    const publication = new Publication(this.database, 'vacancies');
    adoptLog(this.database, await this.context.log.logId(), () => publication.forgetLog());
  }

  onApplicationBootstrap(): void {
    const { logger } = this.context;
    this.stops = [
      every(TICK_MS, 'publishing what a crash left', () => this.relay.sweep(), logger),
      every(TICK_MS, 'ending due vacancies', () => this.time.run(), logger),
    ];
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.stops.map((stop) => stop()));
    this.database.close();
  }
}

export const service: ServiceDefinition = {
  name: 'vacancies',
  module: (context) => VacanciesModule.of(context),
};
