// The one place where the simulation reads the environment.
import { mixes, type MixName } from './mixes.js';

const BASE = 1;
const SEEDS_A_MIX = 20;

export interface Seeds {
  readonly base: number;
  readonly count: number;
  readonly mixes: readonly MixName[];
  /** Tell the whole story of a failing seed. */
  readonly told: boolean;
}

/** JOBWIRE_SEED: the first seed. JOBWIRE_SEEDS: how many for each mix. JOBWIRE_MIX: these mixes only. JOBWIRE_TOLD: all of the trace. */
export function seedsFrom(environment: NodeJS.ProcessEnv = process.env): Seeds {
  const { JOBWIRE_SEED, JOBWIRE_SEEDS, JOBWIRE_MIX, JOBWIRE_TOLD } = environment;
  const all = Object.keys(mixes) as MixName[];
  const wanted = JOBWIRE_MIX?.split(',') ?? [];
  return {
    base: Number(JOBWIRE_SEED ?? BASE),
    count: Number(JOBWIRE_SEEDS ?? SEEDS_A_MIX),
    mixes: wanted.length === 0 ? all : all.filter((mix) => wanted.includes(mix)),
    told: JOBWIRE_TOLD !== undefined,
  };
}
