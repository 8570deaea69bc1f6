import type { Clock } from '@jobwire/kernel';
import { decode, type DecodeFailure, type EventRecord } from '../envelope/decode.js';
import type { Batch, LogRecord } from '../event-log.js';
import { journeyOf } from '../journey/journey-headers.js';
import { along } from '../journey/journey.js';
import { processing, taking } from '../journey/step.js';
import { nameOfError, type MessagingLogger } from '../messaging-logger.js';
import type { ConsumerObserver } from './consumer-observer.js';
import type { DeadLetters, Verdict } from './dead-letters.js';
import type { EventBatch, Handled, Subscription } from './event-batch.js';
import { pause, stopWhenOver, untilAvailable, type Dependency, type Meanwhile } from './patience.js';
import type { IsUnavailable, RetryPolicy } from './retry-policy.js';

export interface ProcessorOptions {
  readonly subscription: Subscription;
  /** Absent for followers: what they cannot handle they pass by, loudly. */
  readonly deadLetters?: DeadLetters | undefined;
  /** Absent for followers. */
  readonly group?: string | undefined;
  readonly policy: RetryPolicy;
  readonly isUnavailable: IsUnavailable;
  readonly observer: ConsumerObserver;
  readonly logger: MessagingLogger;
  readonly clock: Clock;
}

/** A handler failed on these records in all tries. */
interface Failure {
  readonly error: unknown;
  readonly attempts: number;
  readonly firstAt: Date;
}

type Outcome =
  | { readonly ok: true; readonly handled: void | Handled }
  | { readonly ok: false; readonly failure: Failure };

/** What a batch needs while it is worked on. */
export interface Circumstances {
  /** Ends waiting. */
  readonly meanwhile: Meanwhile;
  /** The handler's. */
  readonly signal: AbortSignal;
  /** What the handler returned for the records before. */
  readonly metadata: string;
}

interface Work extends Circumstances {
  readonly batch: Batch;
}

/** Takes one batch from the log through its handler: decoding, retries, the search for the one bad record. */
export class BatchProcessor {
  constructor(private readonly options: ProcessorOptions) {}

  /**
   * Resolves when every record is handled or a dead letter, with what the handler wants kept.
   * @throws GivenUp when the partition went elsewhere meanwhile
   */
  async process(batch: Batch, circumstances: Circumstances): Promise<Handled | undefined> {
    const work = { batch, ...circumstances };
    const events = await this.decodeAll(work);
    const handled = events.length === 0 ? undefined : await this.handleAll(work, events);
    await this.eraseLetters(work, events);
    return handled ?? undefined;
  }

  private async decodeAll(work: Work): Promise<EventRecord[]> {
    const events: EventRecord[] = [];
    for (const record of work.batch.records) {
      const decoded = decode(record, [this.options.subscription.event]);
      if (decoded.ok) events.push(decoded.event);
      else await this.setAside(work, record, this.unreadable(decoded.failure));
    }
    return events;
  }

  private async handleAll(work: Work, events: readonly EventRecord[]): Promise<void | Handled> {
    const { pauses } = this.options.policy;
    const outcome = await this.attempt(work, events, pauses);
    if (outcome.ok) return outcome.handled;
    const [event, ...more] = events;
    if (event && more.length === 0) return this.setAside(work, event.record, failedIn(outcome.failure));
    return this.oneByOne(work, events, outcome.failure);
  }

  // One more try each and no long pauses: with a defect that hits all of them, a batch would otherwise take an hour.
  private async oneByOne(
    work: Work,
    events: readonly EventRecord[],
    { attempts, firstAt }: Failure,
  ): Promise<Handled | undefined> {
    let handled: Handled | undefined;
    for (const event of events) {
      const outcome = await this.attempt(work, [event], this.options.policy.pauses.slice(0, 1));
      if (outcome.ok) handled = outcome.handled ?? handled;
      else {
        const failure = { ...outcome.failure, attempts: attempts + outcome.failure.attempts, firstAt };
        await this.setAside(work, event.record, failedIn(failure));
      }
      await work.meanwhile.heartbeat();
    }
    return handled;
  }

  private async attempt(
    work: Work,
    events: readonly EventRecord[],
    pauses: readonly number[],
  ): Promise<Outcome> {
    const firstAt = this.options.clock.now();
    for (let attempts = 1; ; attempts++) {
      try {
        return { ok: true, handled: await this.handle(work, events) };
      } catch (error) {
        stopWhenOver(work.meanwhile);
        const delay = pauses[attempts - 1];
        if (delay === undefined) return { ok: false, failure: { error, attempts, firstAt } };
        this.note(work, error, 'A handler failed and is tried again');
        await pause(delay, work.meanwhile);
      }
    }
  }

  private async handle(work: Work, events: readonly EventRecord[]): Promise<void | Handled> {
    const { subscription, observer } = this.options;
    const began = performance.now();
    const handled = await this.patiently(work, () =>
      this.onTheirWay(events, (travelling) => subscription.handle(viewOf(work, travelling))),
    );
    observer.handled?.(work.batch.topic, events.length, (performance.now() - began) / 1_000);
    return handled;
  }

  /** A handler of several records at once says itself which one it is at (`along`). */
  private onTheirWay<Result>(
    events: readonly EventRecord[],
    handle: (travelling: readonly EventRecord[]) => Promise<Result>,
  ): Promise<Result> {
    const { subscription, group } = this.options;
    const topic = subscription.event.topic.name;
    const steps = events.map(({ journey }) => processing(topic, group, journey));
    return taking(steps, (journeys) => {
      const travelling = events.map((event, n) => ({ ...event, journey: journeys[n] ?? event.journey }));
      const [only, ...more] = travelling;
      return only && more.length === 0 ? along(only.journey, () => handle(travelling)) : handle(travelling);
    });
  }

  private async setAside(work: Work, record: LogRecord, verdict: Verdict): Promise<void> {
    const { deadLetters, observer, logger } = this.options;
    const { topic, partition, offset } = record;
    const fields = { topic, partition, offset, reason: verdict.reason, error: verdict.error };
    if (!deadLetters) {
      observer.skipped?.(topic, verdict.reason);
      logger.error(fields, 'A record that cannot be handled was passed by');
      return;
    }
    await this.patiently(work, () => deadLetters.put(record, verdict));
    observer.deadLettered?.(topic, verdict.reason);
    along(journeyOf(record.headers), () => logger.error(fields, 'A record became a dead letter'));
  }

  // After handling: a state of the same batch may have become a letter only now.
  private async eraseLetters(work: Work, events: readonly EventRecord[]): Promise<void> {
    const { deadLetters } = this.options;
    const tombstones = events.filter(({ data }) => data === null).map(({ record }) => record);
    if (deadLetters) await this.patiently(work, () => deadLetters.erase(tombstones));
  }

  private patiently<Result>(work: Work, task: () => Promise<Result>): Promise<Result> {
    const { policy, isUnavailable, observer } = this.options;
    const dependency: Dependency = {
      policy,
      isUnavailable,
      away: (error) => {
        observer.waiting?.(work.batch.topic);
        this.note(work, error, 'A dependency is away; the partition waits for it');
      },
    };
    return untilAvailable(task, dependency, work.meanwhile);
  }

  private unreadable({ kind, reason }: DecodeFailure): Verdict {
    const firstAt = this.options.clock.now();
    return { reason: kind, error: 'DecodeFailure', message: reason, attempts: 1, firstAt };
  }

  private note({ batch }: Work, error: unknown, message: string): void {
    const { topic, partition } = batch;
    this.options.logger.warn({ topic, partition, error: nameOfError(error) }, message);
  }
}

function viewOf({ batch, signal, metadata }: Work, records: readonly EventRecord[]): EventBatch {
  const { topic, partition, high } = batch;
  return {
    topic,
    partition,
    records,
    high,
    metadata,
    heartbeat: () => batch.heartbeat(),
    isStale: () => batch.isStale(),
    signal,
  };
}

function failedIn({ error, attempts, firstAt }: Failure): Verdict {
  const message = error instanceof Error ? error.message : String(error);
  return { reason: 'handler', error: nameOfError(error), message, attempts, firstAt };
}
