import { currentJourney, traceHeadersOf } from '@jobwire/messaging';

/** For a call to another service: it belongs to the one at hand. */
export function headersToPassOn(): Readonly<Record<string, string>> {
  const journey = currentJourney();
  const { correlationId } = journey;
  return {
    ...traceHeadersOf(journey),
    ...(correlationId === undefined ? {} : { 'X-Correlation-Id': correlationId }),
  };
}
