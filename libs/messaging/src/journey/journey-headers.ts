import { propagation, ROOT_CONTEXT } from '@opentelemetry/api';
import { ceHeaders } from '../envelope/headers.js';
import type { Journey } from './journey.js';

type Headers = Readonly<Record<string, string>>;

const CORRELATION_ID = /^[\w.-]{1,64}$/;

/** Harmless in a header and in a log line. */
export function isCorrelationId(text: string | undefined): text is string {
  return text !== undefined && CORRELATION_ID.test(text);
}

/** The headers that carry a journey on: W3C's trace context, and two extensions of CloudEvents. */
export function headersOf({ correlationId, since, trace }: Journey): Headers {
  return {
    ...traceHeadersOf({ trace }),
    ...(correlationId === undefined ? {} : { [ceHeaders.correlationId]: correlationId }),
    ...(since === undefined ? {} : { [ceHeaders.since]: new Date(since).toISOString() }),
  };
}

/** `traceparent`, and `tracestate` where there is one; none where traces are off. */
export function traceHeadersOf({ trace }: Pick<Journey, 'trace'>): Headers {
  const headers: Record<string, string> = {};
  propagation.inject(trace, headers);
  return headers;
}

/** The journey that a record or a call goes on with. What cannot be read is left out. */
export function journeyOf(headers: Readonly<Record<string, unknown>>): Journey {
  const correlationId = headers[ceHeaders.correlationId];
  const since = Date.parse(String(headers[ceHeaders.since]));
  return {
    trace: propagation.extract(ROOT_CONTEXT, headers),
    ...(typeof correlationId === 'string' && isCorrelationId(correlationId) ? { correlationId } : {}),
    ...(Number.isNaN(since) ? {} : { since }),
  };
}
