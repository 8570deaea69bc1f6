import { randomBytes } from 'node:crypto';
import { eventually, testSettings } from '@jobwire/testing';
import { seededRandom } from '@jobwire/messaging';
import { Callers } from '../support/api.js';
import { itWhen } from '../support/it-when.js';
import { removeData, startStack } from '../support/start-jobwire.js';
import { chaosConfig } from './config.js';
import { Crowd } from './crowd.js';
import { MatchingFleet } from './matching-fleet.js';
import { everythingIsRight } from './truth.js';

const { kafka, mongodb } = testSettings();
const { seed, seconds } = chaosConfig();

const itOnServers = itWhen(
  kafka !== undefined && mongodb !== undefined,
  'there is no Kafka or MongoDB for the chaos tests',
);

itOnServers(
  `every inbox is right after matching instances were killed, held and added under load (seed ${seed}, ${seconds} s)`,
  async () => {
    process.stderr.write(`JOBWIRE_SEED=${seed} JOBWIRE_CHAOS_SECONDS=${seconds}\n`);
    const prefix = `chaos-${randomBytes(4).toString('hex')}-`;
    const jobwire = await startStack({ JOBWIRE_PREFIX: prefix }, ['--matching', '0']);
    const places = { JOBWIRE_KAFKA: kafka ?? '', JOBWIRE_MONGODB: mongodb ?? '', JOBWIRE_PREFIX: prefix };
    const random = seededRandom(seed);
    const fleet = new MatchingFleet({ ...places, JOBWIRE_DATA: jobwire.data }, random);
    const crowd = new Crowd(seededRandom(seed + 1));
    try {
      fleet.add();
      fleet.add();
      await crowd.gather(new Callers(jobwire.url, jobwire.data));
      crowd.start();
      await fleet.torment(seconds);
      fleet.calm();
      await crowd.stop();
      const alerts = await eventually(() => everythingIsRight([kafka ?? ''], prefix, crowd.people), {
        timeoutMs: 90_000,
        everyMs: 1000,
      });
      process.stderr.write(`${JSON.stringify({ ...crowd.counts, alerts })}\n`);
      expect(crowd.counts.done).toBeGreaterThan(seconds);
      expect(crowd.counts.failed).toBe(0);
      expect(alerts).toBeGreaterThan(0);
    } catch (error) {
      process.stderr.write(`${fleet.story.join('\n')}\n`);
      throw error;
    } finally {
      await fleet.stop();
      await jobwire.kill('SIGTERM');
      removeData(jobwire);
    }
  },
  (seconds + 240) * 1000,
);
