import { readData } from '../read-data.js';
import { PostcodeBook } from './postcode-book.js';
import { TownGazetteer } from './town-gazetteer.js';
import { readTowns } from './town.js';
import type { Gazetteer } from './place.types.js';

const loaded = new Map<string, Gazetteer>();

/**
 * The shipped gazetteer: 2,848 outcodes and 4,643 towns of the United Kingdom; with the folder of built places every
 * postcode as well. Read once (some 30 ms), then the same object.
 * @throws UnusableFiles when the folder holds no places, or damaged ones
 */
export function loadGazetteer(folder?: string): Gazetteer {
  const known = loaded.get(folder ?? '');
  if (known) return known;
  const outcodes = new Map(Object.entries(readData<Record<string, [number, number]>>('outcodes.json')));
  const book = folder === undefined ? undefined : new PostcodeBook(folder);
  const gazetteer = new TownGazetteer(outcodes, readTowns(), book);
  loaded.set(folder ?? '', gazetteer);
  return gazetteer;
}
