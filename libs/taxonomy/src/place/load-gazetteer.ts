import { readData } from '../read-data.js';
import { TownGazetteer } from './town-gazetteer.js';
import { readTowns } from './town.js';
import type { Gazetteer } from './place.types.js';

let shipped: Gazetteer | undefined;

/** The shipped gazetteer: 2,848 outcodes and 4,643 towns of the United Kingdom. Read once (some 30 ms), then the same object. */
export function loadGazetteer(): Gazetteer {
  if (shipped) return shipped;
  const outcodes = new Map(Object.entries(readData<Record<string, [number, number]>>('outcodes.json')));
  shipped = new TownGazetteer(outcodes, readTowns());
  return shipped;
}
