// 32 bits of a profile that stand beside its number in every posting: enough to pass over most people without a look
// at their rows. They may let through whom the row refuses, and never refuse whom the row lets through.
import { KM_PER_MILE } from './earth.js';
import { CELL_BITS, cellEast, cellNorth } from './cells.js';
import { payBucket } from './pay-buckets.js';
import { regionOf } from './regions.js';
import type { SeekingProfile } from './seeking-profile.js';
import { EVERYWHERE, NOWHERE, territory } from './territory.js';

export const NORTH_SHIFT = CELL_BITS;
export const RADIUS_SHIFT = 2 * CELL_BITS;
export const PAY_SHIFT = 21;
export const CONTRACT_SHIFT = 24;
export const HOURS_SHIFT = 28;
export const WANTS_REMOTE = 1 << 30;
/** Set in every hint, so that a mask of it alone lets everybody through. */
export const ALWAYS = 1 << 31;

/** Farthest that each radius class goes; the first is for people without a place, the last has no end. */
export const RADIUS_CLASSES_KM = [
  -1,
  ...[5, 10, 15, 20, 30, 60].map((miles) => miles * KM_PER_MILE),
  Infinity,
];

export function profileHint(profile: SeekingProfile): number {
  return (
    (profile.hasPlace ? cellEast(profile.longitude) | (cellNorth(profile.latitude) << NORTH_SHIFT) : 0) |
    (radiusClass(profile) << RADIUS_SHIFT) |
    (payBucket(profile.minimumPay) << PAY_SHIFT) |
    (profile.contracts << CONTRACT_SHIFT) |
    (profile.hours << HOURS_SHIFT) |
    (profile.remote ? WANTS_REMOTE : 0) |
    ALWAYS
  );
}

function radiusClass({ hasPlace, radiusKm }: SeekingProfile): number {
  if (!hasPlace || Number.isNaN(radiusKm)) return 0;
  return RADIUS_CLASSES_KM.findIndex((most) => most >= 0 && radiusKm <= most);
}

/** Widest radius class of each tier: most people look no farther than 20 miles. */
export const WIDEST_OF_TIER = [4, 6];
const CELLS = (1 << CELL_BITS) - 1;

/** Where the person's postings stand: who reaches beyond all classes is found everywhere, who has no place nowhere. */
export function territoryOfProfile(hint: number): number {
  const radius = (hint >>> RADIUS_SHIFT) & 7;
  if (radius === 0) return NOWHERE;
  const tier = WIDEST_OF_TIER.findIndex((widest) => radius <= widest);
  return tier < 0 ? EVERYWHERE : territory(regionOf(hint & CELLS, (hint >>> NORTH_SHIFT) & CELLS), tier);
}
