import type { Clock } from '@jobwire/kernel';
import type { EventLog } from '@jobwire/messaging';
import { Metrics, silentLogger, type ServiceContext } from '@jobwire/platform';

/** What a service is given when it starts, as far as the simulated ones ask for it. */
export function contextOf(
  name: ServiceContext['name'],
  log: EventLog,
  clock: Clock,
  partitions: number,
): ServiceContext {
  const instance = { pseudonymSecret: 'simulation' };
  return {
    name,
    log,
    clock,
    instance,
    partitions,
    metrics: new Metrics(),
    logger: silentLogger(),
    allowedOrigins: [],
    callsAMinute: 1_000_000,
  } as unknown as ServiceContext;
}
