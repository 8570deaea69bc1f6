import { Adversary } from './adversary.js';
import { calmDown } from './calm.js';
import { Judge } from './judge.js';
import { mixes, type MixName } from './mixes.js';
import type { VirtualTime } from './virtual-time.js';
import { World } from './world.js';

export interface Outcome {
  readonly faults: readonly string[];
  readonly trace: readonly string[];
}

/** One seed: begin, rage, calm, judgement. */
export async function run(seed: number, mix: MixName, time: VirtualTime): Promise<Outcome> {
  const world = new World(seed, mixes[mix], time);
  try {
    await world.begin();
    await new Adversary(world).rage();
    await calmDown(world);
    if (world.faults.length === 0) await new Judge(world).judge();
    return { faults: [...world.faults], trace: [...world.trace] };
  } finally {
    await world.end();
  }
}
