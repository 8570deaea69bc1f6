export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

export const KM_PER_MILE = 1.609344;

/** Mean radius of the Earth, IUGG. */
const EARTH_RADIUS_KM = 6371.0088;
const RADIANS = Math.PI / 180;

/** The point in a record, or undefined where there is none that lies on Earth (degrees, WGS 84). */
export function pointOf(
  place: { latitude?: number | undefined; longitude?: number | undefined } | undefined,
): Point | undefined {
  const { latitude, longitude } = place ?? {};
  if (latitude === undefined || longitude === undefined) return undefined;
  // Written so that NaN falls out as well.
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return undefined;
  return { latitude, longitude };
}

/** Great-circle distance by the haversine formula on a sphere: within 0.5 % of the ellipsoid. */
export function kilometresBetween(a: Point, b: Point): number {
  const north = Math.sin(((b.latitude - a.latitude) * RADIANS) / 2);
  const east = Math.sin(((b.longitude - a.longitude) * RADIANS) / 2);
  const chord = north * north + Math.cos(a.latitude * RADIANS) * Math.cos(b.latitude * RADIANS) * east * east;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** A lower bound for a few nanoseconds: no way is shorter than the degrees of latitude. A metre is left for rounding. */
export function isSurelyFurther(a: Point, b: Point, km: number): boolean {
  return Math.abs(a.latitude - b.latitude) * RADIANS * EARTH_RADIUS_KM > km + 0.001;
}
