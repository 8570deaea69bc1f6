import { every, type Instance, type Logger } from '@jobwire/platform';
import { DemoApi } from './demo-api.js';
import { DemoLife } from './demo-life.js';
import { loadSampleSet } from './sample-set.js';
import { seededRandom } from './seeded-random.js';

const STEP_MS = 2500;
const SEED = 20_260_105;

export interface Demo {
  stop(): Promise<void>;
}

/** Fills a running Jobwire with the sample set and keeps it moving, through the public API only. */
export async function startDemo(options: { url: string; instance: Instance; logger: Logger }): Promise<Demo> {
  const { url, instance, logger } = options;
  const life = new DemoLife(loadSampleSet(), new DemoApi(url, instance), seededRandom(SEED));
  await life.begin();
  return { stop: every(STEP_MS, 'a step of the demo', () => life.step(), logger) };
}
