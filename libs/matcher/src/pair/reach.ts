import type { OpenVacancy } from './open-vacancy.js';
import { isSurelyFurther, kilometresBetween } from './place.js';
import type { SeekingProfile } from './seeking-profile.js';

/** How a vacancy reaches a person. `near` carries the distance; a person near a nationwide vacancy is just near it. */
export type Reach =
  | { readonly kind: 'near'; readonly km: number }
  | { readonly kind: 'remote' | 'nationwide' };

const REMOTE: Reach = { kind: 'remote' };
const NATIONWIDE: Reach = { kind: 'nationwide' };

/**
 * The hard filter on place: within the radius, or fully remote for somebody who wants that, or nationwide.
 * Hybrid work counts as its place. Undefined where the vacancy does not reach the person.
 */
export function reachOf(vacancy: OpenVacancy, profile: SeekingProfile): Reach | undefined {
  const km = kilometresWithin(vacancy, profile);
  if (km !== undefined) return { kind: 'near', km };
  if (vacancy.fullyRemote && profile.remote) return REMOTE;
  return vacancy.nationwide ? NATIONWIDE : undefined;
}

function kilometresWithin(
  { place: there }: OpenVacancy,
  { place: home, radiusKm }: SeekingProfile,
): number | undefined {
  if (there === undefined || home === undefined || isSurelyFurther(home, there, radiusKm)) return undefined;
  const km = kilometresBetween(home, there);
  return km <= radiusKm ? km : undefined;
}
