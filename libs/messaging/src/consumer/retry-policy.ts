import { DomainError } from '@jobwire/kernel';
import { UnavailableError } from '../event-log.js';

/** Pauses in milliseconds. */
export interface RetryPolicy {
  /** Between the tries of a handler that fails; as many tries more as there are pauses. */
  readonly pauses: readonly number[];
  /** While a dependency is away: the first pause, doubled up to the longest. There is no last one. */
  readonly away: { readonly first: number; readonly longest: number };
}

export const defaultRetryPolicy: RetryPolicy = {
  pauses: [100, 500, 2_000],
  away: { first: 200, longest: 15_000 },
};

/** True for errors that say a dependency is away, so that the record is not to blame. */
export type IsUnavailable = (error: unknown) => boolean;

export const isUnavailableError: IsUnavailable = (error) =>
  error instanceof UnavailableError || (error instanceof DomainError && error.kind === 'unavailable');
