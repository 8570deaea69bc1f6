/** Mean radius of the Earth, IUGG. */
export const EARTH_RADIUS_KM = 6371.0088;
export const RADIANS = Math.PI / 180;
export const KM_PER_MILE = 1.609344;

/** Great-circle distance by the haversine formula on a sphere: within 0.5 % of the ellipsoid. Degrees, WGS 84. */
export function kilometres(latA: number, lonA: number, latB: number, lonB: number): number {
  const north = Math.sin(((latB - latA) * RADIANS) / 2);
  const east = Math.sin(((lonB - lonA) * RADIANS) / 2);
  const chord = north * north + Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * east * east;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** What two places are apart at least. */
export function kilometresNorth(latA: number, latB: number): number {
  return Math.abs(latB - latA) * (RADIANS * EARTH_RADIUS_KM);
}

/** A point that lies on Earth. Written so that NaN falls out as well. */
export function isOnEarth(latitude: number | undefined, longitude: number | undefined): boolean {
  return (
    latitude !== undefined &&
    longitude !== undefined &&
    Math.abs(latitude) <= 90 &&
    Math.abs(longitude) <= 180
  );
}

/** Places are told apart by a ten-millionth of a degree, about a centimetre, so that 32 bits hold a coordinate. */
const STEPS_PER_DEGREE = 1e7;

export function stepsOf(degrees: number): number {
  return Math.round(degrees * STEPS_PER_DEGREE);
}

export function degreesOf(steps: number): number {
  return steps / STEPS_PER_DEGREE;
}

/** As every place is counted. */
export function rounded(degrees: number): number {
  return degreesOf(stepsOf(degrees));
}
