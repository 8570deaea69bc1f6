import { currentJourney, isCorrelationId } from '@jobwire/messaging';

/** That of the call whose work this is, also where it goes on in another service. */
export function currentCorrelationId(): string | undefined {
  return currentJourney().correlationId;
}

/** The id a caller sent, when it is harmless in a log line; else a new one. */
export function correlationIdFrom(header: string | string[] | undefined): string {
  return typeof header === 'string' && isCorrelationId(header) ? header : crypto.randomUUID();
}
