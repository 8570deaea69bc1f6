import { alertChanged, matchSet, profileState, vacancyState } from '@jobwire/contracts';
import type { Clock } from '@jobwire/kernel';
import { EventConsumer, EventFollower, EventPublisher, subscribe } from '@jobwire/messaging';
import { every, Metrics, silentLogger } from '@jobwire/platform';
import type { Database } from '@jobwire/sqlite';
import type { WebSocket } from 'ws';
import { AlertChangedHandler } from '../../services/notifications/src/adapters/events/alert-changed.handler.js';
import { HighestEpochs } from '../../services/notifications/src/adapters/events/highest-epochs.js';
import { LogChanges } from '../../services/notifications/src/adapters/events/log-changes.js';
import { MatchSetHandler } from '../../services/notifications/src/adapters/events/match-set.handler.js';
import { ProfileStateHandler } from '../../services/notifications/src/adapters/events/profile-state.handler.js';
import { VacancyStateHandler } from '../../services/notifications/src/adapters/events/vacancy-state.handler.js';
import { SqliteCards } from '../../services/notifications/src/adapters/sqlite/sqlite-cards.js';
import { SqlitePeople } from '../../services/notifications/src/adapters/sqlite/sqlite-people.js';
import { LiveMetrics } from '../../services/notifications/src/adapters/ws/live-metrics.js';
import { LiveServer } from '../../services/notifications/src/adapters/ws/live-server.js';
import { AnnounceChanges } from '../../services/notifications/src/application/announce-changes.js';
import { ForgetPeople } from '../../services/notifications/src/application/forget-people.js';
import type { Cards, Inbox, People } from '../../services/notifications/src/application/ports.js';
import { ReadOwnAlerts } from '../../services/notifications/src/application/read-own-alerts.js';
import { StoreMatchSet } from '../../services/notifications/src/application/store-match-set.js';
import { WaitForCards } from '../../services/notifications/src/application/wait-for-cards.js';
import type { Broker } from './broker.js';
import { contextOf } from './context.js';
import { HASTE } from './haste.js';
import type { Life } from './life.js';
import { perilous } from './perilous.js';
import { ProcessLog } from './process-log.js';
import { tickets } from './tickets.js';
import { WatchedInbox } from './watched-inbox.js';

const SWEEP_MS = 150;
const labelOf = (id: string): string => id;

/** One replica of notifications: the real handlers, rules, stores and live server, put together as its module does. */
export class NotificationsProcess {
  readonly live: LiveServer;
  /** Nobody is accepted before the replica knows from where on it hears of changes. */
  listens = false;
  readonly alerts: ReadOwnAlerts;
  private readonly log: ProcessLog;
  private readonly metrics: LiveMetrics;
  private readonly inbox: Inbox;
  private readonly cards: Cards;
  private readonly people: People;
  private readonly forgetting: ForgetPeople;

  constructor(
    readonly life: Life,
    private readonly broker: Broker,
    private readonly clock: Clock,
    database: Database,
    complain: (fault: string) => void,
  ) {
    this.log = new ProcessLog(broker, life);
    this.metrics = new LiveMetrics(new Metrics(), clock);
    this.inbox = perilous<Inbox>(new WatchedInbox(database, life, complain), life);
    this.cards = perilous<Cards>(new SqliteCards(database), life);
    this.people = perilous<People>(new SqlitePeople(database, clock), life);
    this.forgetting = new ForgetPeople(this.inbox, this.people, clock);
    this.alerts = new ReadOwnAlerts(this.inbox, this.cards, labelOf);
    const epoch = () => this.log.logId();
    this.live = new LiveServer(tickets, this.inbox, this.alerts, epoch, clock, this.context(), this.metrics);
  }

  async start(): Promise<void> {
    every(SWEEP_MS, 'forgetting', () => this.forgetting.sweep(), silentLogger());
    try {
      const heard = new AlertChangedHandler(this.live, this.metrics);
      const subscriptions = [subscribe(alertChanged, (batch) => heard.deliver(batch))];
      await EventFollower.start({ log: this.log, subscriptions, from: 'latest', ...HASTE });
      this.listens = true;
      const consumer = await this.consume();
      await consumer.ended;
    } catch {
      // It could not join; it is started again like one that ended.
    }
    this.life.die();
  }

  accept(socket: WebSocket): void {
    this.live['accept'](socket);
  }

  private consume(): Promise<EventConsumer> {
    const [sets, vacancies, profiles] = [this.sets(), new VacancyStateHandler(this.cards), this.profiles()];
    return EventConsumer.start({
      log: this.log,
      group: 'notifications',
      clock: this.clock,
      subscriptions: [
        subscribe(matchSet, (batch) => sets.take(batch)),
        subscribe(vacancyState, (batch) => vacancies.keep(batch)),
        subscribe(profileState, (batch) => profiles.keep(batch)),
      ],
      ...HASTE,
    });
  }

  private sets(): MatchSetHandler {
    const context = this.context();
    const storing = new StoreMatchSet(this.inbox, new WaitForCards(this.cards, this.people), context);
    const changes = new LogChanges(new EventPublisher(this.log, this.life.name, this.clock));
    const announcing = new AnnounceChanges(this.inbox, this.cards, changes, labelOf);
    return new MatchSetHandler(storing, announcing, this.forgetting, new HighestEpochs(), this.clock);
  }

  private profiles(): ProfileStateHandler {
    return new ProfileStateHandler(this.people, this.forgetting);
  }

  private context() {
    return contextOf('notifications', this.log, this.clock, this.broker.partitions);
  }
}
