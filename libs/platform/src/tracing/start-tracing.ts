import type { HouseSettings } from '../settings/shapes.js';

/** Sends what waits, and ends. */
export type StopTracing = () => Promise<void>;

/**
 * Sends traces of this process to where the settings say. Without such a place nothing of OpenTelemetry but its API is
 * loaded, and spans cost nothing.
 */
export async function startTracing(process: string, settings: HouseSettings): Promise<StopTracing> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: all, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: traces } = settings;
  if ((traces ?? all) === undefined) return () => Promise.resolve();
  const { sendTraces } = await import('./send-traces.js');
  return sendTraces(process);
}
