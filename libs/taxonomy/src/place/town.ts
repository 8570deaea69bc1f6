import { readData } from '../read-data.js';

/** A town with its first-level area code, "ENG.H3". `weight` counts the outcodes within 8 km: a stand-in for size. */
export interface Town {
  name: string;
  key: string;
  latitude: number;
  longitude: number;
  area: string;
  weight: number;
}

/** The form in which names of places are compared: "St. Helens" and "saint helens" are one. */
export function placeKey(name: string): string {
  const folded = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('&', ' and ');
  const words = folded.replaceAll(/['\u2019]/g, '').split(/[^\p{L}\p{N}]+/u);
  return words
    .filter((word) => word !== '')
    .map((word) => (word === 'saint' ? 'st' : word))
    .join(' ');
}

type Row = [name: string, latitude: number, longitude: number, area: string];

const nearbyDegrees = 0.08;

function weightOf([, latitude, longitude]: Row, outcodes: readonly (readonly [number, number])[]): number {
  let near = 0;
  for (const [lat, lon] of outcodes) {
    if (Math.abs(lat - latitude) < nearbyDegrees && Math.abs(lon - longitude) < nearbyDegrees * 1.7)
      near += 1;
  }
  return near;
}

/** The shipped towns. Sorted as the file is, by name. */
export function readTowns(outcodes: readonly (readonly [number, number])[]): Town[] {
  return readData<Row[]>('towns.json').map((row) => {
    const [name, latitude, longitude, area] = row;
    return { name, key: placeKey(name), latitude, longitude, area, weight: weightOf(row, outcodes) };
  });
}
