import { kmBetween } from './distance.js';
import { TownFinder } from './find-town.js';
import type { Gazetteer, Place, PlaceInput, PlaceResult } from './place.types.js';
import { outcodeOf } from './postcode.js';
import type { PostcodeBook } from './postcode-book.js';
import { checkedPoint, noPlace, unknownPostcode, unknownTown } from './refuse-place.js';
import { placeKey, weighBy, type Town, type Weigh } from './town.js';

type Outcodes = ReadonlyMap<string, readonly [number, number]>;

const nearestKm = 30;
const longestLabel = 80;
const wordStart = /(?<![\p{L}'\u2019])(?!(?:upon|on|in|under|le|and|of)\b)\p{L}/gu;

const isGiven = (text: string | undefined): text is string => text !== undefined && placeKey(text) !== '';
const found = (place: Place): PlaceResult => ({ ok: true, place });

/** Towns are shown as their people write them; "LEEDS" from a form is "Leeds". */
function shown(town: string): string {
  const tidy = town
    .replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, longestLabel);
  const isMixed = tidy !== tidy.toUpperCase() && tidy !== tidy.toLowerCase();
  return isMixed ? tidy : tidy.toLowerCase().replaceAll(wordStart, (letter) => letter.toUpperCase());
}

/** A gazetteer over given outcodes and towns. */
export class TownGazetteer implements Gazetteer {
  private readonly weigh: Weigh;
  private readonly finder: TownFinder;

  constructor(
    private readonly outcodes: Outcodes,
    private readonly towns: readonly Town[],
    private readonly postcodes?: PostcodeBook,
  ) {
    this.weigh = weighBy([...outcodes.values()]);
    this.finder = new TownFinder(towns, this.weigh);
  }

  locate(input: PlaceInput): PlaceResult {
    if (input.latitude !== undefined || input.longitude !== undefined) return this.byPoint(input);
    if (isGiven(input.postcode)) return this.byPostcode(input.postcode, input.town);
    return isGiven(input.town) ? this.byTown(input.town) : noPlace();
  }

  suggestTowns(query: string, limit = 10): string[] {
    const key = placeKey(query);
    const hits = key === '' ? [] : this.towns.filter((town) => town.key.startsWith(key));
    const sorted = hits.toSorted((a, b) => this.weigh(b) - this.weigh(a) || (a.name < b.name ? -1 : 1));
    return [...new Set(sorted.map((town) => town.name))].slice(0, limit);
  }

  nearestTown(latitude: number, longitude: number): string | undefined {
    return this.nearest(latitude, longitude)?.name;
  }

  areaAt(latitude: number, longitude: number): string | undefined {
    return this.nearest(latitude, longitude)?.area;
  }

  private nearest(latitude: number, longitude: number): Town | undefined {
    let best: Town | undefined;
    let bestKm = nearestKm;
    for (const town of this.towns) {
      const km = kmBetween(latitude, longitude, town.latitude, town.longitude);
      if (km < bestKm) [best, bestKm] = [town, km];
    }
    return best;
  }

  private byPoint(input: PlaceInput): PlaceResult {
    const point = checkedPoint(input);
    if ('ok' in point) return point;
    const { latitude, longitude } = point;
    const label = this.labelFor(input.town, latitude, longitude, `${latitude}, ${longitude}`);
    return found({ latitude, longitude, label, precision: 'point' });
  }

  private byPostcode(postcode: string, town: string | undefined): PlaceResult {
    const exact = this.postcodes?.find(postcode);
    if (exact) {
      const { region, ...at } = exact;
      const label = this.labelFor(town, at.latitude, at.longitude, postcode);
      return found({ ...at, label, precision: 'postcode', ...(region === '' ? {} : { region }) });
    }
    const outcode = outcodeOf(postcode);
    const point = outcode === undefined ? undefined : this.outcodes.get(outcode);
    if (outcode === undefined || !point) return unknownPostcode(outcode);
    const [latitude, longitude] = point;
    const label = this.labelFor(town, latitude, longitude, outcode);
    return found({ latitude, longitude, label, precision: 'outcode' });
  }

  private byTown(text: string): PlaceResult {
    const town = this.finder.find(text);
    if (!town) return unknownTown();
    return found({ latitude: town.latitude, longitude: town.longitude, label: town.name, precision: 'town' });
  }

  private labelFor(town: string | undefined, latitude: number, longitude: number, otherwise: string): string {
    return isGiven(town) ? shown(town) : (this.nearestTown(latitude, longitude) ?? otherwise);
  }
}
