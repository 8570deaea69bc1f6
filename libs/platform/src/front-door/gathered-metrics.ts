import {
  AggregatorRegistry,
  type MetricObjectWithValues,
  type MetricValue,
  type Registry,
} from 'prom-client';

const PATIENCE_MS = 2_000;

/** The metrics of several processes as one text; those of a process that does not answer are missing. */
export async function gatheredMetrics(
  own: Registry,
  addresses: readonly string[],
): Promise<{ type: string; text: string }> {
  const all = await Promise.all([own.getMetricsAsJSON(), ...addresses.map(metricsOf)]);
  const registry = AggregatorRegistry.aggregate(all);
  return { type: own.contentType, text: await registry.metrics() };
}

async function metricsOf(address: string): Promise<MetricObjectWithValues<MetricValue<string>>[]> {
  try {
    const answer = await fetch(new URL('/metrics', address), {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return (await answer.json()) as MetricObjectWithValues<MetricValue<string>>[];
  } catch {
    return [];
  }
}
