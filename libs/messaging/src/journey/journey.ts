import { context, ROOT_CONTEXT, type Context } from '@opentelemetry/api';
import { AsyncLocalStorage } from 'node:async_hooks';

/** What goes along with everything that a call sets off: through functions, over topics, to the sockets. */
export interface Journey {
  /** Names the call in every log line. */
  readonly correlationId?: string | undefined;
  /** When the call began, milliseconds since 1970. */
  readonly since?: number | undefined;
  /** The span at hand; empty where traces are off. */
  readonly trace: Context;
}

const storage = new AsyncLocalStorage<Journey>();

/** Belongs to no call. */
export const nowhere: Journey = { trace: ROOT_CONTEXT };

/** The one whose work this is. */
export function currentJourney(): Journey {
  return { ...storage.getStore(), trace: context.active() };
}

/** Everything that `work` starts belongs to this journey. */
export function along<Result>(journey: Journey, work: () => Result): Result {
  return storage.run(journey, () => context.with(journey.trace, work));
}
