import type { MixName } from './mixes.js';
import { seedsFrom } from './seeds.js';
import { shortened } from './shortened.js';
import { VirtualTime } from './virtual-time.js';

const { base, count, only, told, hasty } = seedsFrom();
const time = new VirtualTime();
let found = false;

/** One test for each mix of mishaps: so many seeds, and no fault in any of them. */
export function play(mixes: readonly MixName[]): void {
  const wanted = mixes.filter((mix) => only.length === 0 || only.includes(mix));
  beforeAll(() => time.install());
  afterAll(() => time.uninstall());
  if (wanted.length === 0) return it.todo('none of these mixes was asked for');
  it.each(wanted)(`%s, seeds ${base} to ${base + count - 1}`, keepsThePromise, 24 * 3_600_000);
}

async function keepsThePromise(mix: MixName): Promise<void> {
  // Only when time is ours: the code under test binds its timers when it is loaded.
  const { run } = await import('./run.js');
  const failed: string[] = [];
  for (let seed = base; seed < base + count; seed++) {
    if (hasty && found) break;
    const { faults, trace } = await run(seed, mix, time);
    if (faults.length === 0) continue;
    found = true;
    failed.push(`JOBWIRE_MIX=${mix} JOBWIRE_SEED=${seed}: ${faults.join('; ')}`);
    if (failed.length === 1) failed.push(...(told ? trace : shortened(trace, faults)));
  }
  expect(failed).toEqual([]);
}
