import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

const FAST = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The measurements of one process, in Prometheus' words. Labels never hold anything personal. */
export class Metrics {
  readonly registry = new Registry();

  readonly requests = this.histogram('http_request_duration_seconds', 'HTTP calls answered.', [
    'service',
    'call',
    'status',
  ]);

  histogram<Label extends string>(name: string, help: string, labelNames: Label[]): Histogram<Label> {
    return new Histogram({ name, help, labelNames, buckets: FAST, registers: [this.registry] });
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
