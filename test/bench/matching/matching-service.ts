import { DEFAULT_PARTITIONS } from '@jobwire/contracts';
import { systemClock } from '@jobwire/kernel';
import { service } from '@jobwire/matching/app.module';
import type { EventLog } from '@jobwire/messaging';
import { Health, Metrics, createLogger, startService, type ServiceContext } from '@jobwire/platform';
import { setTimeout as pause } from 'node:timers/promises';

export interface StartedMatching {
  /** From start to ready. */
  readonly seconds: number;
  /** Mean from an event to its whole set, as the service's own metrics say, in milliseconds. */
  meanOf(kind: 'vacancy' | 'profile'): Promise<number>;
  stop(): Promise<void>;
}

/** The matching service by itself, as the standalone program starts it, with its snapshot in `index`. */
export async function startMatching(log: EventLog, index: string): Promise<StartedMatching> {
  const began = performance.now();
  const health = new Health();
  const metrics = new Metrics();
  const context = {
    name: service.name,
    log,
    clock: systemClock,
    logger: createLogger({ level: 'warn', name: 'bench' }),
    health,
    metrics,
    partitions: DEFAULT_PARTITIONS,
    allowedOrigins: [],
    callsAMinute: 1_000_000,
    index,
  } as unknown as ServiceContext;
  const running = await startService(service, context);
  while (!(await health.readiness()).every(({ ok }) => ok)) await pause(20);
  const meanOf = async (kind: string): Promise<number> => {
    const text = await metrics.registry.metrics();
    const value = (name: string): number =>
      Number(
        new RegExp(`^jobwire_match_event_seconds_${name}\\{kind="${kind}"\\} (\\S+)`, 'm').exec(text)?.[1],
      );
    return (1000 * value('sum')) / value('count');
  };
  return { seconds: (performance.now() - began) / 1000, meanOf, stop: () => running.stop() };
}
