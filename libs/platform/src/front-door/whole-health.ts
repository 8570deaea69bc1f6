import { healthAnswer } from '../health/health.js';
import type { HealthKind, Owner } from './owner.js';

/** A line per service and per dependency of every service, named `service/dependency`. */
export async function wholeHealth(
  owners: Iterable<Owner>,
  kind: HealthKind,
): Promise<{ status: number; body: string }> {
  const lines = await Promise.all([...owners].map((owner) => owner.health(kind)));
  return healthAnswer(lines.flat());
}
