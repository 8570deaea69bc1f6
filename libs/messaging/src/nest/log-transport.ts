import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import { deadLetterOf, type Topic } from '@jobwire/contracts';
import { isObservable, lastValueFrom } from 'rxjs';
import { ConsumerCounts, type ConsumerCount } from '../consumer/consumer-observer.js';
import type { ConsumerOptions } from '../consumer/consumer-options.js';
import type { EventBatch, Handled, Subscription } from '../consumer/event-batch.js';
import { EventConsumer } from '../consumer/event-consumer.js';
import { EventFollower } from '../consumer/event-follower.js';
import type { PartitionProgress } from '../consumer/progress-book.js';
import { silentMessagingLogger, type MessagingLogger } from '../messaging-logger.js';
import { LOG_TRANSPORT, type HandlerExtras } from './log-handlers.decorator.js';

export interface LogTransportOptions extends Omit<ConsumerOptions, 'subscriptions' | 'assigned' | 'revoked'> {
  /** Topics that the service publishes to; those of its handlers and its dead letters are known. */
  readonly topics?: readonly Topic[];
  /** A partition that has records but no progress for this long makes the service unhealthy; 60 s when absent. */
  readonly stuckAfterMs?: number;
}

/** What the log's transport says of itself. */
export interface TransportHealth {
  readonly ok: boolean;
  readonly detail?: string;
}

type LogTransportEvents = {
  /** A reader failed for good; the process should end, so that another takes over. */
  failed: (error: Error) => void;
};

const COMMIT_EVERY_MS = 100;

type Reader = Pick<EventConsumer, 'progress' | 'stuck' | 'close' | 'ended'>;

/** Nest's transport for handlers decorated with `@OnEvents` and `@FollowEvents`. Needs `RethrowFilter` as a global filter. */
export class LogTransport extends Server<LogTransportEvents> implements CustomTransportStrategy {
  override readonly transportId = LOG_TRANSPORT;
  override readonly propagatesEventHandlerErrors = true;
  private readonly counts: ConsumerCounts;
  private readonly log: MessagingLogger;
  private readonly failed: ((error: Error) => void)[] = [];
  private readers: Reader[] = [];
  private failure: Error | undefined;
  private joined = false;

  constructor(private readonly options: LogTransportOptions) {
    super();
    this.counts = new ConsumerCounts(options.observer);
    this.log = options.logger ?? silentMessagingLogger;
  }

  /** Calls back when the topics exist and all readers have joined. */
  async listen(callback: (error?: unknown) => void): Promise<void> {
    try {
      await this.start();
      this.joined = true;
      callback();
    } catch (error) {
      await this.close();
      callback(error);
    }
  }

  /** Finishes the batches in hand and leaves. */
  async close(): Promise<void> {
    const { readers } = this;
    this.readers = [];
    this.joined = false;
    await Promise.all(readers.map((reader) => reader.close()));
  }

  on<Event extends keyof LogTransportEvents>(_event: Event, callback: LogTransportEvents[Event]): void {
    this.failed.push(callback);
  }

  /** The event log. */
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- Nest's own signature
  unwrap<Log>(): Log {
    return this.options.log as Log;
  }

  /** Every partition that is read here, how far and since when. */
  progress(): readonly PartitionProgress[] {
    return this.readers.flatMap((reader) => reader.progress());
  }

  /** Handled records, dead letters by topic and reason: totals since the start. */
  totals(): readonly ConsumerCount[] {
    return this.counts.all();
  }

  /** Well once all readers have joined, unless one has ended or a partition has had work but no progress for a while. */
  health(): TransportHealth {
    if (this.failure) return { ok: false, detail: `reading the event log failed: ${this.failure.name}` };
    if (!this.joined) return { ok: false, detail: 'the consumers have not joined' };
    const stuck = this.readers.flatMap((reader) => reader.stuck(this.options.stuckAfterMs ?? 60_000));
    if (stuck.length === 0) return { ok: true };
    return { ok: false, detail: `no progress on ${stuck.map(describe).join(', ')}` };
  }

  private async start(): Promise<void> {
    const handlers = [...this.messageHandlers.values()].map((found) => ({ ...extrasOf(found), found }));
    const inGroup = handlers.filter(({ mode }) => mode === 'group');
    if (handlers.length === 0) return;
    await this.options.log.ensureTopics([
      ...handlers.map(({ event }) => event.topic),
      ...(this.options.topics ?? []),
      deadLetterOf(this.options.group),
    ]);
    for (const { found, event, from, mode } of handlers) {
      if (mode === 'follow') this.watch(await this.follow({ event, handle: calling(found) }, from));
    }
    await Promise.all(
      inGroup.map(async ({ event, found }) =>
        this.watch(await this.consume({ event, handle: calling(found) })),
      ),
    );
  }

  /** Each topic by itself: what one waits for may be on its way in another. */
  private consume(subscription: Subscription): Promise<EventConsumer> {
    return EventConsumer.start({
      commitEveryMs: COMMIT_EVERY_MS,
      ...this.options,
      observer: this.counts,
      subscriptions: [subscription],
    });
  }

  private follow(subscription: Subscription, from: 'earliest' | 'latest'): Promise<EventFollower> {
    return EventFollower.start({
      ...this.options,
      observer: this.counts,
      subscriptions: [subscription],
      from,
    });
  }

  private watch(reader: Reader): void {
    this.readers.push(reader);
    void this.awaitEnd(reader);
  }

  private async awaitEnd(reader: Reader): Promise<void> {
    const error = await reader.ended;
    const closedHere = !this.readers.includes(reader);
    if (error ?? !closedHere) this.fail(error ?? new Error('The event log was closed.'));
  }

  private fail(error: Error): void {
    this.failure = error;
    this.log.error({ group: this.options.group, error: error.name }, 'A reader of the event log has ended');
    for (const tell of this.failed) tell(error);
  }
}

function extrasOf(handler: MessageHandler): HandlerExtras {
  const { extras, next } = handler;
  if (!extras || !('event' in extras))
    throw new Error('Decorate handlers of the log with @OnEvents or @FollowEvents.');
  const decorated = extras as unknown as HandlerExtras;
  if (next) throw new Error(`Two methods handle ${decorated.event.type} in the same way; a service has one.`);
  return decorated;
}

// Filters and interceptors make an Observable of what the method returns or throws.
function calling(handler: MessageHandler<EventBatch, unknown, Handled | void>) {
  return async (batch: EventBatch): Promise<void | Handled> => {
    const result = await handler(batch);
    return isObservable(result) ? lastValueFrom(result, { defaultValue: undefined }) : result;
  };
}

function describe({ topic, partition, position, high }: PartitionProgress): string {
  return `${topic}/${partition} at ${position} of ${high}`;
}
