import { context, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import { TracerProvider, type SpanProcessor } from '@opentelemetry/sdk-trace';

/** Makes traces in this process, named after it. The answer sends what waits and ends it. */
export function traceWith(process: string, spanProcessors: SpanProcessor[]): () => Promise<void> {
  const named = resourceFromAttributes({ 'service.name': process, 'service.namespace': 'jobwire' });
  const provider = new TracerProvider({ resource: defaultResource().merge(named), spanProcessors });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  trace.setGlobalTracerProvider(provider);
  return async () => {
    // An endpoint that is away must not keep the process from ending.
    await provider.shutdown().catch(() => undefined);
    for (const api of [context, propagation, trace]) api.disable();
  };
}
