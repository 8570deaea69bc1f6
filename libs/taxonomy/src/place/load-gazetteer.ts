import { readData } from '../read-data.js';
import { kmBetween } from './distance.js';
import { TownFinder } from './find-town.js';
import type { Gazetteer, Place, PlaceInput, PlaceResult } from './place.types.js';
import { outcodeOf } from './postcode.js';
import { placeKey, readTowns, weighBy, type Town } from './town.js';

type Outcodes = ReadonlyMap<string, readonly [number, number]>;
type Field = Extract<PlaceResult, { ok: false }>['field'];

/** The British Isles, with the Northern Isles and without most of the sea. */
const box = { south: 49, north: 61.2, west: -11, east: 2.2 };
const nearestKm = 30;

const found = (place: Place): PlaceResult => ({ ok: true, place });
const refused = (field: Field, reason: string, remedy: string): PlaceResult => ({
  ok: false,
  field,
  reason,
  remedy,
});

function wrongDegree(input: PlaceInput): PlaceResult | undefined {
  const { latitude, longitude } = input;
  if (latitude === undefined || !(latitude >= box.south && latitude <= box.north)) {
    return refused(
      'latitude',
      'The latitude is not in the British Isles.',
      'Give degrees north between 49 and 61.2, such as 53.8, with a longitude.',
    );
  }
  if (longitude === undefined || !(longitude >= box.west && longitude <= box.east)) {
    return refused(
      'longitude',
      'The longitude is not in the British Isles.',
      'Give degrees east between -11 and 2.2, such as -1.55, with a latitude.',
    );
  }
  return undefined;
}

/** Towns are shown as their people write them; "LEEDS" from a form is "Leeds". */
function shown(town: string): string {
  const tidy = town
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 80);
  if (tidy !== tidy.toUpperCase() && tidy !== tidy.toLowerCase()) return tidy;
  return tidy
    .toLowerCase()
    .replaceAll(/(?<![\p{L}'\u2019])(?!(upon|on|in|under|le|and|of)\b)\p{L}/gu, (letter) =>
      letter.toUpperCase(),
    );
}

/** The gazetteer over given outcodes and towns; `loadGazetteer` gives the shipped one. */
export function gazetteerOf(outcodes: Outcodes, towns: readonly Town[]): Gazetteer {
  const weigh = weighBy([...outcodes.values()]);
  const finder = new TownFinder(towns, weigh);

  const nearestTown = (latitude: number, longitude: number): string | undefined => {
    let best: Town | undefined;
    let bestKm = nearestKm;
    for (const town of towns) {
      const km = kmBetween(latitude, longitude, town.latitude, town.longitude);
      if (km < bestKm) [best, bestKm] = [town, km];
    }
    return best?.name;
  };

  const labelFor = (
    town: string | undefined,
    latitude: number,
    longitude: number,
    otherwise: string,
  ): string =>
    town !== undefined && placeKey(town) !== ''
      ? shown(town)
      : (nearestTown(latitude, longitude) ?? otherwise);

  const byPoint = (input: PlaceInput): PlaceResult => {
    const wrong = wrongDegree(input);
    if (wrong) return wrong;
    const { latitude = 0, longitude = 0 } = input;
    const label = labelFor(input.town, latitude, longitude, `${latitude}, ${longitude}`);
    return found({ latitude, longitude, label, precision: 'point' });
  };

  const byPostcode = (postcode: string, town: string | undefined): PlaceResult => {
    const code = outcodeOf(postcode);
    const remedy =
      'Give a full postcode such as LS1 4AP, or its first half such as LS1, or give a town instead.';
    if (code === undefined) return refused('postcode', 'This is not a British postcode.', remedy);
    const point = outcodes.get(code);
    if (!point) return refused('postcode', `No postcode begins with ${code}.`, remedy);
    const [latitude, longitude] = point;
    return found({
      latitude,
      longitude,
      label: labelFor(town, latitude, longitude, code),
      precision: 'outcode',
    });
  };

  const byTown = (text: string): PlaceResult => {
    const town = finder.find(text);
    if (!town)
      return refused(
        'town',
        'No town of this name is known.',
        'Check the spelling, name a larger town near it, or give a postcode.',
      );
    return found({ latitude: town.latitude, longitude: town.longitude, label: town.name, precision: 'town' });
  };

  const locate = (input: PlaceInput): PlaceResult => {
    if (input.latitude !== undefined || input.longitude !== undefined) return byPoint(input);
    if (input.postcode !== undefined && input.postcode.trim() !== '')
      return byPostcode(input.postcode, input.town);
    if (input.town !== undefined && input.town.trim() !== '') return byTown(input.town);
    return refused(
      'postcode',
      'No place was given.',
      'Give a postcode, a town, or a latitude and a longitude.',
    );
  };

  const suggestTowns = (query: string, limit = 10): string[] => {
    const key = placeKey(query);
    if (key === '') return [];
    const hits = towns.filter((town) => town.key.startsWith(key));
    const sorted = hits.toSorted((a, b) => weigh(b) - weigh(a) || (a.name < b.name ? -1 : 1));
    return [...new Set(sorted.map((town) => town.name))].slice(0, limit);
  };

  return { locate, suggestTowns, nearestTown };
}

let shipped: Gazetteer | undefined;

/** The shipped gazetteer: 2,848 outcodes and 4,600 towns of the United Kingdom. Read once, then the same object. */
export function loadGazetteer(): Gazetteer {
  if (shipped) return shipped;
  const outcodes = new Map(Object.entries(readData<Record<string, [number, number]>>('outcodes.json')));
  shipped = gazetteerOf(outcodes, readTowns());
  return shipped;
}
