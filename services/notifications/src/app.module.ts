import {
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import type { EventPublisher } from '@jobwire/messaging';
import { CONTEXT, PUBLISHER, every, type ServiceContext, type ServiceDefinition } from '@jobwire/platform';
import { Database, adoptLog } from '@jobwire/sqlite';
import { loadTaxonomy } from '@jobwire/taxonomy';
import { AlertChangedHandler } from './adapters/events/alert-changed.handler.js';
import { HighestEpochs } from './adapters/events/highest-epochs.js';
import { LogChanges } from './adapters/events/log-changes.js';
import { MatchSetHandler } from './adapters/events/match-set.handler.js';
import { ProfileStateHandler } from './adapters/events/profile-state.handler.js';
import { VacancyStateHandler } from './adapters/events/vacancy-state.handler.js';
import { AlertsController } from './adapters/http/alerts.controller.js';
import { CandidatesController } from './adapters/http/candidates.controller.js';
import { TicketsController } from './adapters/http/tickets.controller.js';
import { migrations } from './adapters/sqlite/schema.js';
import { SqliteCards } from './adapters/sqlite/sqlite-cards.js';
import { SqliteInbox } from './adapters/sqlite/sqlite-inbox.js';
import { SqlitePeople } from './adapters/sqlite/sqlite-people.js';
import { SqliteTickets } from './adapters/sqlite/sqlite-tickets.js';
import { LiveServer } from './adapters/ws/live-server.js';
import { AnnounceChanges } from './application/announce-changes.js';
import { ForgetPeople } from './application/forget-people.js';
import { IssueTicket } from './application/issue-ticket.js';
import { ListCandidates } from './application/list-candidates.js';
import { MarkAlerts } from './application/mark-alerts.js';
import { CARDS, CHANGES, EPOCH, INBOX, LABELS, PEOPLE, TICKETS } from './application/ports.js';
import { ReadOwnAlerts } from './application/read-own-alerts.js';
import { StoreMatchSet } from './application/store-match-set.js';
import { WaitForCards } from './application/wait-for-cards.js';

const SWEEP_MS = 60_000;

@Module({})
export class NotificationsModule implements OnApplicationBootstrap, OnApplicationShutdown, OnModuleInit {
  private stopSweep: () => Promise<void> = () => Promise.resolve();

  constructor(
    @Inject(CONTEXT) private readonly context: ServiceContext,
    @Inject(ForgetPeople) private readonly forgetting: ForgetPeople,
    @Inject(LiveServer) private readonly live: LiveServer,
    @Inject(Database) private readonly database: Database,
  ) {}

  static of(context: ServiceContext): DynamicModule {
    const database = new Database({ file: context.dataFile('notifications'), migrations });
    return {
      module: NotificationsModule,
      controllers: [
        AlertsController,
        CandidatesController,
        TicketsController,
        MatchSetHandler,
        VacancyStateHandler,
        ProfileStateHandler,
        AlertChangedHandler,
      ],
      providers: [
        { provide: Database, useValue: database },
        { provide: INBOX, useValue: new SqliteInbox(database) },
        { provide: CARDS, useValue: new SqliteCards(database) },
        { provide: PEOPLE, useValue: new SqlitePeople(database, context.clock) },
        { provide: TICKETS, useValue: new SqliteTickets(database) },
        { provide: LABELS, useFactory: () => labels() },
        { provide: EPOCH, useValue: () => context.log.logId() },
        {
          provide: CHANGES,
          inject: [PUBLISHER],
          useFactory: (publisher: EventPublisher) => new LogChanges(publisher),
        },
        AnnounceChanges,
        ForgetPeople,
        HighestEpochs,
        IssueTicket,
        ListCandidates,
        LiveServer,
        MarkAlerts,
        ReadOwnAlerts,
        StoreMatchSet,
        WaitForCards,
      ],
    };
  }

  async onModuleInit(): Promise<void> {
    const inbox = new SqliteInbox(this.database);
    adoptLog(this.database, await this.context.log.logId(), () => inbox.forgetLog());
  }

  onApplicationBootstrap(): void {
    const { logger, metrics } = this.context;
    this.stopSweep = every(SWEEP_MS, 'forgetting the erased', () => this.forgetting.sweep(), logger);
    metrics.gauge('ws_connections', 'Open live connections.', [], (gauge) =>
      gauge.set(this.live.connections),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.stopSweep();
    this.database.close();
  }
}

function labels(): (id: string) => string {
  const taxonomy = loadTaxonomy();
  return (id) => taxonomy.occupation(id)?.label ?? taxonomy.labelOf(id);
}

export const service: ServiceDefinition = {
  name: 'notifications',
  module: (context) => NotificationsModule.of(context),
};
