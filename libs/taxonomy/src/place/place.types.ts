/** A point with a name to show. `precision` says what it stands for: a postcode is placed at its outcode's centre. */
export interface Place {
  latitude: number;
  longitude: number;
  label: string;
  precision: 'point' | 'postcode' | 'outcode' | 'town';
  /** The code of its region, where the postcode directory says so. */
  region?: string;
}

/** A place that stands at [start, end) of a text, in UTF-16 units. */
export interface PlaceInText extends Place {
  quote: string;
  start: number;
  end: number;
  /** 0 to 1. */
  confidence: number;
  /** The name of its region. */
  regionName?: string;
}

export interface PlacesInText {
  places: PlaceInText[];
  /** Whether the text says the work is anywhere in the country. */
  nationwide: boolean;
}

/** A place, or which field kept it from being found, why, and what to do, in words for a person. */
export type PlaceResult =
  | { ok: true; place: Place }
  | { ok: false; field: 'postcode' | 'town' | 'latitude' | 'longitude'; reason: string; remedy: string };

/** Degrees (WGS 84), or a British postcode or outcode, or the name of a town; the first of these that is given counts. */
export interface PlaceInput {
  postcode?: string | undefined;
  town?: string | undefined;
  latitude?: number | undefined;
  longitude?: number | undefined;
}

/** Places of the United Kingdom by coordinates, outcode and town. */
export interface Gazetteer {
  /** Finds one place; never throws, a refusal names the field at fault. */
  locate(input: PlaceInput): PlaceResult;
  /** Names of towns that begin with the query, larger ones first; at most `limit` (default 10). */
  suggestTowns(query: string, limit?: number): string[];
  /** The town nearest to a point, within 30 km. */
  nearestTown(latitude: number, longitude: number): string | undefined;
  /** The code of the area that town lies in. */
  areaAt(latitude: number, longitude: number): string | undefined;
}
