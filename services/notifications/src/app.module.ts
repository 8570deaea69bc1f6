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
import { sqliteStores } from './adapters/sqlite/sqlite-stores.js';
import { LiveMetrics } from './adapters/ws/live-metrics.js';
import { LiveServer } from './adapters/ws/live-server.js';
import { AnnounceChanges } from './application/announce-changes.js';
import { ForgetPeople } from './application/forget-people.js';
import { IssueTicket } from './application/issue-ticket.js';
import { ListCandidates } from './application/list-candidates.js';
import { MarkAlerts } from './application/mark-alerts.js';
import {
  CARDS,
  CHANGES,
  EPOCH,
  INBOX,
  LABELS,
  PEOPLE,
  STORES,
  TICKETS,
  type Stores,
} from './application/ports.js';
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
    @Inject(STORES) private readonly stores: Stores,
  ) {}

  static of(context: ServiceContext): DynamicModule {
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
        { provide: STORES, useFactory: () => storesOf(context) },
        { provide: INBOX, inject: [STORES], useFactory: ({ inbox }: Stores) => inbox },
        { provide: CARDS, inject: [STORES], useFactory: ({ cards }: Stores) => cards },
        { provide: PEOPLE, inject: [STORES], useFactory: ({ people }: Stores) => people },
        { provide: TICKETS, inject: [STORES], useFactory: ({ tickets }: Stores) => tickets },
        { provide: LABELS, useFactory: () => labels(context.taxonomy) },
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
        LiveMetrics,
        LiveServer,
        MarkAlerts,
        ReadOwnAlerts,
        StoreMatchSet,
        WaitForCards,
      ],
    };
  }

  async onModuleInit(): Promise<void> {
    await this.stores.open(await this.context.log.logId());
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
    await this.stores.close();
  }
}

/** mongoose takes 0.35 s and 39 MB to load, which SQLite does without. */
async function storesOf(context: ServiceContext): Promise<Stores> {
  const { storage, clock } = context;
  if (storage.kind === 'sqlite') return sqliteStores(storage.file('notifications'), clock);
  const { mongoStores } = await import('./adapters/mongo/mongo-stores.js');
  return mongoStores(storage, context);
}

function labels(folder: string | undefined): (id: string) => string {
  const taxonomy = loadTaxonomy(folder);
  return (id) => taxonomy.occupation(id)?.label ?? taxonomy.labelOf(id);
}

export const service: ServiceDefinition = {
  name: 'notifications',
  module: (context) => NotificationsModule.of(context),
};
