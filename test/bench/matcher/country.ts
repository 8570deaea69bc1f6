import type { Chance } from './chance.js';
import { Lots } from './chance.js';

/** Kilometres from the south-western corner of a box of 600 x 900 km that looks like Great Britain. */
interface Town {
  readonly east: number;
  readonly north: number;
  readonly spreadKm: number;
  readonly share: number;
}

/** Where people and jobs are: a capital with a seventh of them, 139 towns by rank, the rest anywhere. */
export class Country {
  private readonly towns: readonly Town[];
  private readonly lots: Lots;

  constructor(
    chance: Chance,
    private readonly ruralShare: number,
    capitalShare: number,
  ) {
    const capital = { east: 530, north: 180, spreadKm: 17, share: capitalShare };
    const others = Array.from({ length: 139 }, (_, rank) => ({
      east: 250 + 350 * chance.next(),
      north: 50 + 800 * chance.next() ** 1.5,
      spreadKm: 3 + 5 * chance.next(),
      share: 0.25 / (rank + 4),
    }));
    this.towns = [capital, ...others];
    this.lots = new Lots(this.towns.map(({ share }) => share));
  }

  point(chance: Chance): { latitude: number; longitude: number } {
    const town = this.towns[this.lots.draw(chance)];
    if (town === undefined || chance.happens(this.ruralShare))
      return pointAt(250 + 350 * chance.next(), 800 * chance.next());
    return pointAt(town.east + town.spreadKm * chance.bell(), town.north + town.spreadKm * chance.bell());
  }
}

/** Degrees with six decimals, as postcodes have them. */
function pointAt(east: number, north: number): { latitude: number; longitude: number } {
  const latitude = 50 + north / 111.195;
  const longitude = -7.5 + east / (111.195 * Math.cos((latitude * Math.PI) / 180));
  return { latitude: Math.round(latitude * 1e6) / 1e6, longitude: Math.round(longitude * 1e6) / 1e6 };
}
