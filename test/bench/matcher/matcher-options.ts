import { parseArgs } from 'node:util';

export interface MatcherOptions {
  /** Profiles and vacancies, each. */
  readonly sizes: readonly number[];
  readonly seed: number;
  /** Of each kind. */
  readonly queries: number;
  /** File for the figures. */
  readonly json: string | undefined;
  /** Folder for the workload of the largest size, as text. */
  readonly export: string | undefined;
  /** Of `usual`, `related` and `harsh`. */
  readonly markets: readonly string[];
}

export function matcherOptions(): MatcherOptions {
  const { values } = parseArgs({
    options: {
      n: { type: 'string', default: '10000,100000,1000000' },
      seed: { type: 'string', default: '42' },
      queries: { type: 'string', default: '1000' },
      json: { type: 'string' },
      export: { type: 'string' },
      markets: { type: 'string', default: 'usual,related,harsh' },
    },
  });
  const sizes = values.n.split(',').map(Number);
  if (!sizes.every((n) => Number.isInteger(n) && n > 0))
    throw new Error(`--n ${values.n}: give whole numbers with commas, such as 10000,100000.`);
  return {
    sizes,
    seed: Number(values.seed),
    queries: Number(values.queries),
    json: values.json,
    export: values.export,
    markets: values.markets.split(','),
  };
}
