// 32 bits of a profile that stand beside its number in every posting: enough to pass over most people without a look
// at their rows. They may let through whom the row refuses, and never refuse whom the row lets through.
import { KM_PER_MILE } from './earth.js';
import { cellBits, eastOf, northOf } from './cells.js';
import type { Field } from './field.js';
import { MOST_BUCKET, payBucket } from './pay-buckets.js';
import { regionOf } from './regions.js';
import type { SeekingProfile } from './seeking-profile.js';
import { EVERYWHERE, NOWHERE, territory } from './territory.js';

/** How far their minimum is below the highest bucket. */
export const MODESTY: Field = { shift: 9, bits: 3 };
export const WANTS_REMOTE = 1 << 12;
export const CONTRACT: Field = { shift: 13, bits: 4 };
export const RADIUS_SHIFT = 17;
export const HOURS: Field = { shift: 20, bits: 2 };
/** The bits above the fields of filters. */
export const GUARDS = (1 << 12) | (1 << 17) | (1 << 22);

/** Farthest that each radius class goes; the first is for people without a place, the last has no end. */
export const RADIUS_CLASSES_KM = [
  -1,
  ...[5, 10, 15, 20, 30, 60].map((miles) => miles * KM_PER_MILE),
  Infinity,
];

export function profileHint(profile: SeekingProfile): number {
  return (
    (profile.hasPlace ? cellBits(profile.latitude, profile.longitude) : 0) |
    ((MOST_BUCKET - payBucket(profile.minimumPay)) << MODESTY.shift) |
    (profile.remote ? WANTS_REMOTE : 0) |
    (profile.contracts << CONTRACT.shift) |
    (radiusClass(profile) << RADIUS_SHIFT) |
    (profile.hours << HOURS.shift)
  );
}

function radiusClass({ hasPlace, radiusKm }: SeekingProfile): number {
  if (!hasPlace || Number.isNaN(radiusKm)) return 0;
  return RADIUS_CLASSES_KM.findIndex((most) => most >= 0 && radiusKm <= most);
}

/** Widest radius class of each tier: most people look no farther than 20 miles. */
export const WIDEST_OF_TIER = [4, 6];

/** Where the person's postings stand: who reaches beyond all classes is found everywhere, who has no place nowhere. */
export function territoryOfProfile(hint: number): number {
  const radius = (hint >>> RADIUS_SHIFT) & 7;
  if (radius === 0) return NOWHERE;
  const tier = WIDEST_OF_TIER.findIndex((widest) => radius <= widest);
  return tier < 0 ? EVERYWHERE : territory(regionOf(eastOf(hint), northOf(hint)), tier);
}
