// The one place where the simulation reads the environment.

const BASE = 1;
const SEEDS_A_MIX = 12;

export interface Seeds {
  readonly base: number;
  /** How many for each mix. */
  readonly count: number;
  /** Names of mixes; empty: all of them. */
  readonly only: readonly string[];
  /** Tell the whole story of a failing seed. */
  readonly told: boolean;
  /** One failure is enough. */
  readonly hasty: boolean;
}

/** JOBWIRE_SEED, JOBWIRE_SEEDS, JOBWIRE_MIX (with commas), JOBWIRE_TOLD and JOBWIRE_FAIL_FAST, in this order. */
export function seedsFrom(environment: NodeJS.ProcessEnv = process.env): Seeds {
  const { JOBWIRE_SEED, JOBWIRE_SEEDS, JOBWIRE_MIX, JOBWIRE_TOLD, JOBWIRE_FAIL_FAST } = environment;
  return {
    base: Number(JOBWIRE_SEED ?? BASE),
    count: Number(JOBWIRE_SEEDS ?? SEEDS_A_MIX),
    only: JOBWIRE_MIX?.split(',') ?? [],
    told: JOBWIRE_TOLD !== undefined,
    hasty: JOBWIRE_FAIL_FAST !== undefined,
  };
}
