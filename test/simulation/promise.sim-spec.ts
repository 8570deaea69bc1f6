import { seedsFrom } from './seeds.js';
import { shortened } from './shortened.js';
import { VirtualTime } from './virtual-time.js';

const seeds = seedsFrom();
const time = new VirtualTime();
time.install();
// Only now: what they import binds its timers when it is loaded.
const { run } = await import('./run.js');

afterAll(() => time.uninstall());

describe(`no pair is missed, whatever arrives in whatever order (seeds ${seeds.base} to ${seeds.base + seeds.count - 1})`, () => {
  it.each(seeds.mixes)(
    '%s',
    async (mix) => {
      const failed: string[] = [];
      for (let seed = seeds.base; seed < seeds.base + seeds.count; seed++) {
        const { faults, trace } = await run(seed, mix, time);
        if (faults.length === 0) continue;
        failed.push(`JOBWIRE_MIX=${mix} JOBWIRE_SEED=${seed}: ${faults.join('; ')}`);
        if (failed.length === 1) failed.push(...(seeds.told ? trace : shortened(trace, faults)));
      }
      expect(failed).toEqual([]);
    },
    24 * 3_600_000,
  );
});
