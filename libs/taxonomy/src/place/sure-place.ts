import { findPlaces } from './find-places.js';
import type { Gazetteer } from './place.types.js';

/** At this confidence 130 of 135 adverts' first places lay within 30 km of where the feed put them. */
const sureFrom = 0.8;

/** Where the work is, as an employer would state it. */
export type SurePlace =
  | { postcode: string }
  | { town: string; latitude: number; longitude: number }
  | { nationwide: true };

/** The place a text names beyond doubt; undefined rather than a guess. */
export function surePlace(text: string, gazetteer: Gazetteer): SurePlace | undefined {
  const { places, nationwide } = findPlaces(text, gazetteer);
  const [best] = places;
  if (best === undefined || best.confidence < sureFrom) return nationwide ? { nationwide } : undefined;
  if (best.precision !== 'town') return { postcode: best.quote };
  return { town: best.label, latitude: best.latitude, longitude: best.longitude };
}
