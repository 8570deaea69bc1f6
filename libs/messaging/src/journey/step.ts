import {
  isSpanContextValid,
  SpanKind,
  SpanStatusCode,
  trace,
  type Attributes,
  type Span,
} from '@opentelemetry/api';
import { nameOfError } from '../messaging-logger.js';
import type { Journey } from './journey.js';

/** A part of a journey, measured where traces are on. */
export interface Step {
  /** For what happens within it. */
  readonly journey: Journey;
  end(error?: unknown): void;
}

/** A record being appended. */
export function sending(topic: string, journey: Journey): Step {
  return begin('send', SpanKind.PRODUCER, { 'messaging.destination.name': topic }, journey);
}

/** A record being handled by a group, or by a follower that has none. */
export function processing(topic: string, group: string | undefined, journey: Journey): Step {
  const attributes = {
    'messaging.destination.name': topic,
    ...(group === undefined ? {} : { 'messaging.consumer.group.name': group }),
  };
  return begin('process', SpanKind.CONSUMER, attributes, journey);
}

/** Runs `work` as parts of journeys, one each, which end with it. */
export async function taking<Result>(
  steps: readonly Step[],
  work: (journeys: readonly Journey[]) => Promise<Result>,
): Promise<Result> {
  try {
    const result = await work(steps.map(({ journey }) => journey));
    for (const step of steps) step.end();
    return result;
  } catch (error) {
    for (const step of steps) step.end(error);
    throw error;
  }
}

// The names are those of OpenTelemetry's conventions for messaging. Never keys: they stand for people.
function begin(operation: string, kind: SpanKind, attributes: Attributes, journey: Journey): Step {
  const parent = trace.getSpanContext(journey.trace);
  // What no traced call has set off is not worth a trace of its own.
  if (parent === undefined || !isSpanContextValid(parent)) return { journey, end: () => undefined };
  const span = trace.getTracer('@jobwire/messaging').startSpan(
    `${operation} ${String(attributes['messaging.destination.name'])}`,
    {
      kind,
      attributes: {
        ...attributes,
        'messaging.system': 'kafka',
        'messaging.operation.name': operation,
        'messaging.operation.type': operation,
      },
    },
    journey.trace,
  );
  return {
    journey: { ...journey, trace: trace.setSpan(journey.trace, span) },
    end: (error) => end(span, error),
  };
}

function end(span: Span, error: unknown): void {
  if (error !== undefined) {
    // The class only: a message may name somebody.
    span.setAttribute('error.type', nameOfError(error));
    span.setStatus({ code: SpanStatusCode.ERROR });
  }
  span.end();
}
