import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

const FAST = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export interface PartitionLag {
  readonly topic: string;
  readonly partition: number;
  readonly lag: number;
}

/** What a service has stored and its topic lacks. */
export interface Backlog {
  readonly states: number;
  /** Since when there has always been something. */
  readonly seconds: number;
}

/** The measurements of one process, in Prometheus' words. Labels never hold anything personal. */
export class Metrics {
  readonly registry = new Registry();

  readonly requests = this.histogram('http_request_duration_seconds', 'HTTP calls answered.', [
    'service',
    'call',
    'status',
  ]);

  readonly recordsHandled = this.counter(
    'jobwire_records_handled_total',
    'Records of the event log handled.',
    ['consumergroup', 'topic'],
  );

  readonly deadLetters = this.counter(
    'jobwire_dead_letters_total',
    'Records set aside, by topic and reason.',
    ['consumergroup', 'topic', 'reason'],
  );

  readonly waits = this.counter(
    'jobwire_consumer_waits_total',
    'Tries that found a dependency away, by topic; the partition waits.',
    ['consumergroup', 'topic'],
  );

  private readonly outboxes = new Map<string, () => Backlog>();
  private readonly groups = new Map<string, () => readonly PartitionLag[]>();

  /** Publishes how far a consumer group is behind, under the name that Kafka's exporters use. */
  watchLag(group: string, read: () => readonly PartitionLag[]): void {
    if (this.groups.size === 0)
      this.gauge(
        'kafka_consumergroup_lag',
        'Records not handled yet.',
        ['consumergroup', 'topic', 'partition'],
        (gauge) => this.setLags(gauge),
      );
    this.groups.set(group, read);
  }

  /** Publishes what waits between a service's store and its topic: a crash's leavings, or a log that is away. */
  watchOutbox(service: string, read: () => Backlog): void {
    if (this.outboxes.size === 0) {
      this.outboxGauge(
        'outbox_pending',
        'States that the topic lacked when the last sweep looked.',
        'states',
      );
      this.outboxGauge('outbox_oldest_age_seconds', 'How long sweeps have found some.', 'seconds');
    }
    this.outboxes.set(service, read);
  }

  private outboxGauge(name: string, help: string, field: keyof Backlog): void {
    this.gauge(name, help, ['service'], (gauge) => {
      for (const [service, read] of this.outboxes) gauge.set({ service }, read()[field]);
    });
  }

  private setLags(gauge: Gauge<'consumergroup' | 'topic' | 'partition'>): void {
    for (const [consumergroup, read] of this.groups)
      for (const { topic, partition, lag } of read()) gauge.set({ consumergroup, topic, partition }, lag);
  }

  /** `buckets` in seconds; up to 10 s when absent. */
  histogram<Label extends string>(
    name: string,
    help: string,
    labelNames: Label[],
    buckets = FAST,
  ): Histogram<Label> {
    return new Histogram({ name, help, labelNames, buckets, registers: [this.registry] });
  }

  counter<Label extends string>(name: string, help: string, labelNames: Label[]): Counter<Label> {
    return new Counter({ name, help, labelNames, registers: [this.registry] });
  }

  /** `collect` is asked at each scrape. */
  gauge<Label extends string>(
    name: string,
    help: string,
    labelNames: Label[],
    collect: (gauge: Gauge<Label>) => void | Promise<void>,
  ): Gauge<Label> {
    return new Gauge({
      name,
      help,
      labelNames,
      registers: [this.registry],
      collect() {
        return collect(this);
      },
    });
  }

  /** Memory, processor, event loop and garbage collection of the process itself. */
  watchProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }
}
