const kmPerDegree = 111.2;

/** Kilometres between two points, equirectangular: within half a per cent over the distances of this island. */
export function kmBetween(latA: number, lonA: number, latB: number, lonB: number): number {
  const middle = ((latA + latB) / 2) * (Math.PI / 180);
  return Math.hypot(latA - latB, (lonA - lonB) * Math.cos(middle)) * kmPerDegree;
}
