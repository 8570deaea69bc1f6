import { DEFAULT_PARTITIONS, matchSet } from '@jobwire/contracts';
import { systemClock } from '@jobwire/kernel';
import { MatchingModule, type MatchingOptions } from '@jobwire/matching/app.module';
import type { EventLog } from '@jobwire/messaging';
import { Health, Metrics, createLogger, startService, type ServiceContext } from '@jobwire/platform';
import { setTimeout as pause } from 'node:timers/promises';

export interface StartedMatching {
  /** From start to ready. */
  readonly seconds: number;
  /** What each append of match sets took since the last call, in milliseconds. */
  appends(): number[];
  /** Mean from an event to its whole set with reasons, as the service's own metrics say, in milliseconds. */
  meanOf(kind: 'vacancy' | 'profile'): Promise<number>;
  stop(): Promise<void>;
}

/** The matching service by itself, as the standalone program starts it, with its snapshot in `index`. */
export async function startMatching(
  log: EventLog,
  index: string,
  options: MatchingOptions,
): Promise<StartedMatching> {
  const began = performance.now();
  const { health, metrics } = { health: new Health(), metrics: new Metrics() };
  const appends: number[] = [];
  const context = {
    name: 'matching',
    log: timed(log, appends),
    clock: systemClock,
    logger: createLogger({ level: 'warn', name: 'bench' }),
    health,
    metrics,
    partitions: DEFAULT_PARTITIONS,
    allowedOrigins: [],
    callsAMinute: 1_000_000,
    index,
  } as unknown as ServiceContext;
  const running = await startService(
    { name: 'matching', module: () => MatchingModule.of(context, options) },
    context,
  );
  while (!(await health.readiness()).every(({ ok }) => ok)) await pause(20);
  return {
    seconds: (performance.now() - began) / 1000,
    appends: () => appends.splice(0),
    meanOf: (kind) => meanOf(metrics, kind),
    stop: () => running.stop(),
  };
}

/** The same log, with what its appends of match sets take put down in `appends`. */
function timed(log: EventLog, appends: number[]): EventLog {
  const append: EventLog['append'] = async (records) => {
    const began = performance.now();
    const appended = await log.append(records);
    if (records[0]?.topic === matchSet.topic.name) appends.push(performance.now() - began);
    return appended;
  };
  return Object.create(log, { append: { value: append } }) as EventLog;
}

async function meanOf({ registry }: Metrics, kind: string): Promise<number> {
  const text = await registry.metrics();
  const value = (name: string): number =>
    Number(
      new RegExp(`^jobwire_match_event_seconds_${name}\\{kind="${kind}"\\} (\\S+)`, 'm').exec(text)?.[1],
    );
  return (1000 * value('sum')) / value('count');
}
