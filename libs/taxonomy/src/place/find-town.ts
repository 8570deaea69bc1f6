// Which town a name means. Names are shared (there are six Newports), so the choice is fixed and documented here.
import { readData } from '../read-data.js';
import { placeKey, type Town, type Weigh } from './town.js';

const joiners = / (upon|on|under|in|le|next|by|super) /;
const trimmed =
  /^(city of|greater|central|near|nr|north|south|east|west|royal) | (city centre|town centre|city|area|and surrounding areas?)$/g;
const countries = new Map([
  ['england', 'ENG'],
  ['scotland', 'SCT'],
  ['wales', 'WLS'],
  ['northern ireland', 'NIR'],
]);

const codes = (): Map<string, string[]> => {
  const found = new Map<string, string[]>(
    Object.entries(readData<Record<string, string[]>>('counties.json')),
  );
  for (const [code, name] of Object.entries(readData<Record<string, string>>('areas.json'))) {
    if (!found.has(placeKey(name))) found.set(placeKey(name), [code]);
  }
  return found;
};

/** Finds towns by name, alias, or as "town, county". */
export class TownFinder {
  private readonly byKey = new Map<string, Town[]>();
  private readonly byStart = new Map<string, Town[]>();
  private readonly areas = codes();
  private readonly areaNames = new Map(Object.entries(readData<Record<string, string>>('areas.json')));
  private readonly aliases = new Map(Object.entries(readData<Record<string, string>>('town-aliases.json')));

  constructor(
    private readonly towns: readonly Town[],
    private readonly weigh: Weigh,
  ) {
    for (const town of towns) {
      push(this.byKey, town.key, town);
      const start = town.key.split(joiners)[0] ?? town.key;
      if (start !== town.key) push(this.byStart, start, town);
    }
  }

  /** The town a text names; undefined when none of its readings is known. */
  find(text: string): Town | undefined {
    const [name = '', ...qualifiers] = text
      .split(/[,(/]/)
      .map(placeKey)
      .filter((part) => part !== '');
    const whole = placeKey(text);
    return (
      this.named(name, qualifiers) ??
      this.named(whole, []) ??
      this.named(whole.replaceAll(trimmed, ''), []) ??
      qualifiers.map((one) => this.named(one, [])).find((town) => town !== undefined) ??
      this.county(name)
    );
  }

  private named(key: string, qualifiers: readonly string[]): Town | undefined {
    const alias = this.aliases.get(key);
    const [meant = key, ...where] = alias?.split(',').map(placeKey) ?? [];
    const found = this.byKey.get(meant) ?? this.byKey.get(key);
    if (found) return this.choose(found, qualifiers.length > 0 ? qualifiers : where);
    const longer = this.byStart.get(key);
    return longer?.length === 1 ? longer[0] : undefined;
  }

  /** Qualifier first, then the town its own district is named after, then the most outcodes around it, then the area's code. */
  private choose(towns: readonly Town[], qualifiers: readonly string[]): Town | undefined {
    const points = (town: Town) =>
      (qualifiers.some((one) => this.isIn(town, one)) ? 2000 : 0) +
      (this.ownsDistrict(town) ? 1000 : 0) +
      this.weigh(town);
    return towns.toSorted((a, b) => points(b) - points(a) || (a.area < b.area ? -1 : 1))[0];
  }

  private isIn(town: Town, qualifier: string): boolean {
    const country = countries.get(qualifier);
    return country === undefined
      ? (this.areas.get(qualifier)?.includes(town.area) ?? false)
      : town.area.startsWith(country);
  }

  private ownsDistrict(town: Town): boolean {
    return placeKey(this.areaNames.get(town.area) ?? '') === town.key;
  }

  /** A county stands for the middle of its towns. */
  private county(key: string): Town | undefined {
    const inside = new Set(this.areas.get(key));
    if (inside.size === 0) return undefined;
    const towns = this.towns.filter((town) => inside.has(town.area));
    if (towns.length === 0) return undefined;
    const mean = (of: (town: Town) => number) =>
      Math.round((towns.reduce((sum, town) => sum + of(town), 0) / towns.length) * 100) / 100;
    const name = key.replaceAll(/\b(?!and\b|of\b|upon\b)\p{L}/gu, (letter) => letter.toUpperCase());
    return {
      name,
      key,
      latitude: mean((t) => t.latitude),
      longitude: mean((t) => t.longitude),
      area: '',
    };
  }
}

function push(map: Map<string, Town[]>, key: string, town: Town): void {
  const known = map.get(key);
  if (known) known.push(town);
  else map.set(key, [town]);
}
