import { readChecked, readManifest } from '../built/file-set.js';
import { unpackArrays } from '../model/pack-arrays.js';
import { inwardNumber, splitPostcode } from './postcode.js';

export const placesFormat = 'jobwire-places';
/** Degrees are kept as whole numbers of a hundred-thousandth, about a metre. */
export const pointScale = 100_000;
const remedy = 'build it with "jobwire places build"';

export interface PostcodePoint {
  latitude: number;
  longitude: number;
  /** The code of its region, as the directory has it; '' where it has none. */
  region: string;
}

/** Every postcode of a directory: flat arrays, by outcode and sorted within, so that 1.8 million take 23 MB. */
export class PostcodeBook {
  private readonly places = new Map<string, { from: number; to: number }>();
  private readonly inward: Int32Array;
  private readonly latitude: Int32Array;
  private readonly longitude: Int32Array;
  private readonly region: Int8Array;
  private readonly regions: readonly string[];

  /** @throws UnusableFiles when the folder holds no places, or damaged ones */
  constructor(folder: string) {
    const manifest = readManifest(folder, placesFormat, remedy);
    const file = (name: string) => readChecked(folder, manifest, name, remedy);
    const { outcodes, counts, regions } = JSON.parse(file('postcodes.json').toString('utf8')) as {
      outcodes: string[];
      counts: number[];
      regions: string[];
    };
    let from = 0;
    for (const [at, outcode] of outcodes.entries()) {
      const to = from + (counts[at] ?? 0);
      this.places.set(outcode, { from, to });
      from = to;
    }
    const { bytes, integers } = unpackArrays(file('postcodes.bin'));
    this.inward = integers('inward');
    this.latitude = integers('latitude');
    this.longitude = integers('longitude');
    this.region = bytes('region');
    this.regions = regions;
  }

  /** The point of a full postcode in any case and spacing; undefined for one that nobody has. */
  find(postcode: string): PostcodePoint | undefined {
    const halves = splitPostcode(postcode);
    const place = halves && this.places.get(halves.outcode);
    if (!halves || !place) return undefined;
    const wanted = inwardNumber(halves.inward);
    let [low, high] = [place.from, place.to];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.inward[middle] as number) < wanted) low = middle + 1;
      else high = middle;
    }
    if (low >= place.to || this.inward[low] !== wanted) return undefined;
    return {
      latitude: (this.latitude[low] as number) / pointScale,
      longitude: (this.longitude[low] as number) / pointScale,
      region: this.regions[this.region[low] as number] ?? '',
    };
  }
}
