import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { BatchSpanProcessor, type SpanProcessor } from '@opentelemetry/sdk-trace';
import { traceWith } from './trace-with.js';

/** Over OTLP, in JSON on HTTP; the exporter reads address, headers and timeouts from the OTEL_ variables. */
export function sendTraces(process: string): () => Promise<void> {
  const processor: SpanProcessor = new BatchSpanProcessor({ exporter: new OTLPTraceExporter() });
  return traceWith(process, [processor]);
}
