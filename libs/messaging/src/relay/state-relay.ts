import type { EventDefinition } from '@jobwire/contracts';
import type { EventRecord } from '../envelope/decode.js';
import { say, sayGone, type EventPublisher, type Saying } from '../event-publisher.js';
import { nameOfError, silentMessagingLogger, type MessagingLogger } from '../messaging-logger.js';
import { OnePerKey } from './one-per-key.js';
import { RecentlyPublished } from './recently-published.js';
import type { PendingState, PublishedStates, ReadingOfState } from './published-states.js';

export interface StateRelayOptions<Data> {
  readonly event: EventDefinition<Data>;
  readonly states: PublishedStates<Data>;
  readonly publisher: Pick<EventPublisher, 'publishAll'>;
  readonly logger?: MessagingLogger;
  /** States that one sweep publishes at most; 500 when absent. */
  readonly sweepLimit?: number;
  /** How long a sweep trusts that what this process published will be read back; 10 s when absent. */
  readonly graceMs?: number;
}

// One by one would wait for each, all at once would be as many queries as a feed has vacancies.
const AT_ONCE = 500;

/**
 * From a store to its topic without a transaction. `publish` right after a write is the fast way and may fail;
 * `sweep`, now and then, publishes what a failure or a crash left; `readBack` tells the store what the topic really has.
 */
export class StateRelay<Data = unknown> {
  private readonly keys = new OnePerKey((key) => this.publishNewest(key));
  private readonly recent: RecentlyPublished;
  private readonly event: EventDefinition;
  private readonly states: PublishedStates<unknown>;
  private readonly publisher: Pick<EventPublisher, 'publishAll'>;
  private readonly logger: MessagingLogger;
  private readonly sweepLimit: number;
  private left = 0;
  private leftSince: number | undefined;

  constructor(options: StateRelayOptions<Data>) {
    this.event = options.event;
    this.states = options.states;
    this.publisher = options.publisher;
    this.logger = options.logger ?? silentMessagingLogger;
    this.sweepLimit = options.sweepLimit ?? 500;
    this.recent = new RecentlyPublished(options.graceMs ?? 10_000);
  }

  /** Publishes the newest state. Never fails: what does not succeed is left to the sweep. */
  async publish(key: string): Promise<void> {
    try {
      await this.keys.run(key);
    } catch (error) {
      this.logger.warn(this.about(error), 'A state was not published and is left to the sweep');
    }
  }

  /** As `publish`, for those who must know: resolves when the newest state is durable. @throws UnavailableError */
  async publishForSure(key: string): Promise<void> {
    await this.keys.run(key);
  }

  /** As `publish`, for each of the keys. */
  async publishAll(keys: readonly string[]): Promise<void> {
    const all = [...new Set(keys)];
    for (let at = 0; at < all.length; at += AT_ONCE) {
      await Promise.all(all.slice(at, at + AT_ONCE).map((key) => this.publish(key)));
    }
  }

  /** Publishes what the topic does not have. @throws UnavailableError when the store is away */
  async sweep(): Promise<void> {
    const left = await this.states.unpublished(this.sweepLimit);
    this.recent.prune();
    const unsaid = left.filter(({ key, revision }) => !this.recent.has(key, revision));
    this.left = unsaid.length;
    this.leftSince = unsaid.length === 0 ? undefined : (this.leftSince ?? performance.now());
    await this.publishAll(unsaid.map(({ key }) => key));
  }

  /** States that the topic lacked when the last sweep looked (at most its limit), and how long there have been some. */
  get backlog(): { readonly states: number; readonly seconds: number } {
    const since = this.leftSince;
    return { states: this.left, seconds: since === undefined ? 0 : (performance.now() - since) / 1000 };
  }

  /** For the service's handler of its own topic; errors go to the consumer, which tries again. */
  async readBack(records: readonly EventRecord[]): Promise<void> {
    for (const { key } of records) this.recent.forget(key);
    const last = new Map(records.map((record) => [record.key, record]));
    const readings = [...last.values()].map(readingOf);
    const answers = await this.states.confirm(readings);
    const orphans = readings.filter(
      ({ key }, index) => answers[index] === 'absent' && last.get(key)?.data !== null,
    );
    if (orphans.length > 0) await this.bury(orphans);
  }

  // A relay published after the document was deleted: without a tombstone the state would live for ever.
  private async bury(orphans: readonly ReadingOfState[]): Promise<void> {
    this.logger.warn(
      { topic: this.event.topic.name, states: orphans.length },
      'States without a document are deleted',
    );
    await this.publisher.publishAll(
      orphans.map(({ key, revision }) => sayGone(this.event, key, revision + 1)),
    );
  }

  private async publishNewest(key: string): Promise<void> {
    const state = await this.states.pending(key);
    if (!state) return;
    await this.publisher.publishAll([this.saying(state)]);
    this.recent.add(key, state.revision);
  }

  private saying({ key, revision, data }: PendingState<unknown>): Saying {
    return data === null ? sayGone(this.event, key, revision) : say(this.event, data);
  }

  private about(error: unknown): object {
    return { topic: this.event.topic.name, error: nameOfError(error) };
  }
}

function readingOf({ key, revision, partition, offset }: EventRecord): ReadingOfState {
  return { key, revision: revision ?? 0, partition, offset };
}
