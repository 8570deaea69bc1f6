import type { EventDefinition } from '@jobwire/contracts';
import { systemClock, type Clock } from '@jobwire/kernel';
import { encode, encodeTombstone } from './envelope/encode.js';
import type { Appended, EventLog, NewRecord } from './event-log.js';
import { headersOf } from './journey/journey-headers.js';
import { currentJourney, type Journey } from './journey/journey.js';
import { sending, taking } from './journey/step.js';

export interface PublishOptions {
  /** Where the key must not decide. */
  readonly partition?: number;
  /** What it is a part of; the journey at hand when absent. */
  readonly journey?: Journey | undefined;
}

/** One of several events to publish together; made by `say` and `sayGone`. */
export interface Saying {
  readonly topic: string;
  readonly journey: Journey;
  readonly encode: (sender: { source: string; time: Date }) => NewRecord;
}

/** An event for `publishAll`. */
export function say<Data>(event: EventDefinition<Data>, data: Data, options: PublishOptions = {}): Saying {
  return { ...about(event, options), encode: (sender) => encode(event, data, { ...sender, ...at(options) }) };
}

/** A tombstone for `publishAll`. */
export function sayGone<Data>(
  event: EventDefinition<Data>,
  key: string,
  revision: number,
  options: PublishOptions = {},
): Saying {
  return {
    ...about(event, options),
    encode: (sender) => encodeTombstone(event, key, revision, { ...sender, ...at(options) }),
  };
}

function about({ topic }: EventDefinition, { journey = currentJourney() }: PublishOptions) {
  return { topic: topic.name, journey };
}

function at({ partition }: PublishOptions): { partition?: number } {
  return partition === undefined ? {} : { partition };
}

/** Says events in the name of one service. Resolves when they are durable. */
export class EventPublisher {
  constructor(
    private readonly log: Pick<EventLog, 'append'>,
    private readonly source: string,
    private readonly clock: Clock = systemClock,
  ) {}

  /** @throws EncodeError, RecordTooLargeError, UnavailableError */
  async publish<Data>(event: EventDefinition<Data>, data: Data, options?: PublishOptions): Promise<Appended> {
    return only(await this.publishAll([say(event, data, options)]));
  }

  /** Deletes `key`; `revision` is one more than that of the last state. */
  async publishTombstone<Data>(
    event: EventDefinition<Data>,
    key: string,
    revision: number,
    options?: PublishOptions,
  ): Promise<Appended> {
    return only(await this.publishAll([sayGone(event, key, revision, options)]));
  }

  /** All of them in one append, in the order given. */
  async publishAll(sayings: readonly Saying[]): Promise<readonly Appended[]> {
    if (sayings.length === 0) return [];
    const sender = { source: this.source, time: this.clock.now() };
    const records = sayings.map((saying) => saying.encode(sender));
    const steps = sayings.map(({ topic, journey }) => sending(topic, journey));
    return taking(steps, (journeys) =>
      this.log.append(records.map((record, n) => carrying(record, journeys[n]))),
    );
  }
}

function carrying(record: NewRecord, journey: Journey | undefined): NewRecord {
  return journey === undefined
    ? record
    : { ...record, headers: { ...record.headers, ...headersOf(journey) } };
}

function only(appended: readonly Appended[]): Appended {
  const [first] = appended;
  if (first === undefined) throw new Error('The log acknowledged nothing.');
  return first;
}
