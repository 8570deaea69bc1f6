import type { PlaceInput, PlaceResult } from './place.types.js';

type Refusal = Extract<PlaceResult, { ok: false }>;

/** The British Isles, with the Northern Isles and without most of the sea. */
const box = { south: 49, north: 61.2, west: -11, east: 2.2 };

const refuse = (field: Refusal['field'], reason: string, remedy: string): Refusal => ({
  ok: false,
  field,
  reason,
  remedy,
});

const isWithin = (value: number | undefined, low: number, high: number): value is number =>
  value !== undefined && value >= low && value <= high;

/** Coordinates that can be used, or why not. */
export function checkedPoint(input: PlaceInput): { latitude: number; longitude: number } | Refusal {
  const { latitude, longitude } = input;
  if (!isWithin(latitude, box.south, box.north)) {
    const remedy = 'Give degrees north between 49 and 61.2, such as 53.8, together with a longitude.';
    return refuse('latitude', 'The latitude is not in the British Isles.', remedy);
  }
  if (!isWithin(longitude, box.west, box.east)) {
    const remedy = 'Give degrees east between -11 and 2.2, such as -1.55, together with a latitude.';
    return refuse('longitude', 'The longitude is not in the British Isles.', remedy);
  }
  return { latitude, longitude };
}

const postcodeRemedy =
  'Give a full postcode such as LS1 4AP, or its first half such as LS1, or give a town instead.';

/** For a text that is no postcode, or an outcode nobody has. */
export const unknownPostcode = (outcode: string | undefined): Refusal =>
  refuse(
    'postcode',
    outcode === undefined ? 'This is not a British postcode.' : `No postcode begins with ${outcode}.`,
    postcodeRemedy,
  );

/** For a name of no known town. */
export const unknownTown = (): Refusal =>
  refuse(
    'town',
    'No town of this name is known.',
    'Check the spelling, name a larger town near it, or give a postcode.',
  );

/** For a question without a place in it. */
export const noPlace = (): Refusal =>
  refuse('postcode', 'No place was given.', 'Give a postcode, a town, or a latitude and a longitude.');
