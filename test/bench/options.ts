import { parseArgs } from 'node:util';

export interface LiveOptions {
  readonly profiles: number;
  readonly sockets: number;
  /** Vacancies a second. */
  readonly rate: number;
  /** People who fit each vacancy. */
  readonly hits: number;
  readonly seconds: number;
  readonly seed: number;
  /** Every service as a process of its own, on Kafka and MongoDB. */
  readonly stack: boolean;
  /** A running Jobwire and its data folder (for tokens); absent: one is started. */
  readonly url: string | undefined;
  readonly data: string | undefined;
}

const number = (fallback: number) => ({ type: 'string', default: String(fallback) }) as const;

export function liveOptions(): LiveOptions {
  const { values } = parseArgs({
    options: {
      profiles: number(10_000),
      sockets: number(200),
      rate: number(10),
      hits: number(50),
      seconds: number(30),
      seed: number(Date.now() % 1_000_000),
      stack: { type: 'boolean', default: false },
      url: { type: 'string' },
      data: { type: 'string' },
    },
  });
  return {
    profiles: Number(values.profiles),
    sockets: Number(values.sockets),
    rate: Number(values.rate),
    hits: Number(values.hits),
    seconds: Number(values.seconds),
    seed: Number(values.seed),
    stack: values.stack,
    url: values.url,
    data: values.data,
  };
}
