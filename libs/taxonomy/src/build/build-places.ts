// The official ONS Postcode Directory as one compact file: every live postcode with its point and region.
import { createReadStream, statSync } from 'node:fs';
import { parse } from 'csv-parse';
import { writeFileSet } from '../built/file-set.js';
import { packArrays } from '../model/pack-arrays.js';
import { inwardNumber, splitPostcode } from '../place/postcode.js';
import { placesFormat, pointScale } from '../place/postcode-book.js';
import { BadInput } from './bad-input.js';

export interface PlacesResult {
  version: string;
  postcodes: number;
  /** Rows without a point, ended ones and those that are no postcode. */
  leftOut: number;
}

interface Entry {
  inward: number;
  latitude: number;
  longitude: number;
  region: number;
}

type Row = Readonly<Record<string, string | undefined>>;

/** Column names differ between releases. */
const columns = {
  postcode: ['pcds', 'pcd'],
  latitude: ['lat'],
  longitude: ['long'],
  region: ['rgn', 'rgncd', 'ctry'],
};

function reader(first: Row, file: string): (row: Row, name: keyof typeof columns) => string {
  const found = Object.fromEntries(
    Object.entries(columns).map(([name, names]) => [name, names.find((one) => first[one] !== undefined)]),
  );
  for (const [name, column] of Object.entries(found))
    if (column === undefined)
      throw new BadInput(file, `has no column for the ${name}`, 'give the ONSPD csv file');
  return (row, name) => (row[found[name] ?? ''] ?? '').trim();
}

/** ONSPD puts postcodes without a place at the north end of the world. */
const isPlaced = (latitude: number, longitude: number): boolean =>
  Number.isFinite(longitude) && latitude > 49 && latitude < 62;

class PostcodeCollector {
  readonly byOutcode = new Map<string, Entry[]>();
  readonly regions: string[] = [];
  leftOut = 0;
  private read: ReturnType<typeof reader> | undefined;

  constructor(private readonly file: string) {}

  add(row: Row): void {
    this.read ??= reader(row, this.file);
    const halves = splitPostcode(this.read(row, 'postcode'));
    const [latitude, longitude] = [Number(this.read(row, 'latitude')), Number(this.read(row, 'longitude'))];
    if (!halves || (row['doterm'] ?? '') !== '' || !isPlaced(latitude, longitude)) {
      this.leftOut += 1;
      return;
    }
    const entries = this.byOutcode.get(halves.outcode) ?? [];
    entries.push({ inward: inwardNumber(halves.inward), latitude, longitude, region: this.regionOf(row) });
    this.byOutcode.set(halves.outcode, entries);
  }

  private regionOf(row: Row): number {
    const code = this.read?.(row, 'region') ?? '';
    const known = this.regions.indexOf(code);
    return known >= 0 ? known : this.regions.push(code) - 1;
  }
}

/** @throws BadInput when the file is missing, cut short or no postcode directory */
export async function buildPlaces(
  { onspd, out }: { onspd: string; out: string },
  progress: (share: number) => void = () => undefined,
): Promise<PlacesResult> {
  const bytes = statSync(onspd, { throwIfNoEntry: false })?.size;
  if (bytes === undefined) throw new BadInput(onspd, 'is not there', 'check its name');
  const collector = new PostcodeCollector(onspd);
  const input = createReadStream(onspd);
  try {
    for await (const row of input.pipe(
      parse({ columns: (names: string[]) => names.map((one) => one.toLowerCase()), bom: true }),
    )) {
      collector.add(row as Row);
      if (collector.leftOut % 1000 === 0) progress(input.bytesRead / bytes);
    }
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput(onspd, `is damaged or cut short (${String(error)})`, 'download it again');
  }
  const outcodes = [...collector.byOutcode.keys()].toSorted();
  const entries = outcodes.map((one) =>
    (collector.byOutcode.get(one) ?? []).toSorted((a, b) => a.inward - b.inward),
  );
  const all = entries.flat();
  if (all.length === 0)
    throw new BadInput(onspd, 'has no live postcode with a point', 'give the ONSPD csv file');
  const numbers = (of: (entry: Entry) => number) => Int32Array.from(all, of);
  const files = new Map<string, Uint8Array>([
    [
      'postcodes.json',
      Buffer.from(
        JSON.stringify({ outcodes, counts: entries.map((list) => list.length), regions: collector.regions }),
      ),
    ],
    [
      'postcodes.bin',
      packArrays({
        inward: numbers(({ inward }) => inward),
        latitude: numbers(({ latitude }) => Math.round(latitude * pointScale)),
        longitude: numbers(({ longitude }) => Math.round(longitude * pointScale)),
        region: Int8Array.from(all, ({ region }) => region),
      }),
    ],
  ]);
  const version = writeFileSet(out, placesFormat, files, { postcodes: all.length });
  return { version, postcodes: all.length, leftOut: collector.leftOut };
}
