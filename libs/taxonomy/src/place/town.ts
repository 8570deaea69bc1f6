import { readData } from '../read-data.js';

/** A town with its area code, "ENG.H3". */
export interface Town {
  name: string;
  key: string;
  latitude: number;
  longitude: number;
  area: string;
}

/** Tells how large a town is: the number of outcodes within some 8 km stands in for its people. */
export type Weigh = (town: Town) => number;

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

/** Weighs towns by the outcodes around them, each once and only when asked: most names are not shared. */
export function weighBy(outcodes: readonly (readonly [number, number])[]): Weigh {
  const known = new Map<Town, number>();
  const isNear = (town: Town, [lat, lon]: readonly [number, number]) =>
    Math.abs(lat - town.latitude) < nearbyDegrees && Math.abs(lon - town.longitude) < nearbyDegrees * 1.7;
  return (town) => {
    const weight = known.get(town) ?? outcodes.filter((point) => isNear(town, point)).length;
    known.set(town, weight);
    return weight;
  };
}

/** The shipped towns. Sorted as the file is, by name. */
export function readTowns(): Town[] {
  const rows = readData<Row[]>('towns.json');
  return rows.map(([name, latitude, longitude, area]) => ({
    name,
    key: placeKey(name),
    latitude,
    longitude,
    area,
  }));
}
