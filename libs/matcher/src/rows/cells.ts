// Coarse places: a grid of cells of about 2.5 km, of which 9 bits each way are kept, so it repeats every 12 degrees
// north and 18 degrees east. Two places a multiple of that apart look near; the truth in the row decides.
import { EARTH_RADIUS_KM, RADIANS } from './earth.js';

export const CELL_BITS = 9;
const CELLS = 1 << CELL_BITS;
const NORTH_BITS = -1 << (32 - CELL_BITS);
const NORTH_DEGREES = 12 / CELLS;
/** A whole number of repetitions goes around the Earth, so that the grid has no seam at 180 degrees. */
const EAST_DEGREES = 18 / CELLS;
const KM_NORTH = NORTH_DEGREES * RADIANS * EARTH_RADIUS_KM;
const KM_EAST_AT_EQUATOR = EAST_DEGREES * RADIANS * EARTH_RADIUS_KM;
/** Square kilometres are compared as integers in this unit: the largest sum, at the equator, stays below 2 ** 31. */
export const UNIT = 1024;
/** The half-chord of up to 9 degrees is shorter than its arc by no more than this. */
const ARC = 0.997;
/** Beyond, half the grid's width is near and a cell says nothing. */
const FARTHEST_KM = 500;
export const ANYWHERE = 2 ** 31 - 1;

export const NOWHERE = -1;

/** In a hint the cell east takes the lowest bits, the cell north the highest: so a difference of norths is one shift. */
export const NORTH_SHIFT = 32 - CELL_BITS;

export function cellBits(latitude: number, longitude: number): number {
  return cellEast(longitude) | (cellNorth(latitude) << NORTH_SHIFT);
}

export function eastOf(hint: number): number {
  return hint & (CELLS - 1);
}

export function northOf(hint: number): number {
  return hint >>> NORTH_SHIFT;
}

/** The cell north alone, where a hint has it. */
export function northBitsOf(cell: number): number {
  return cell & NORTH_BITS;
}

/** Weighted sum of squared cells between a hint's place and that of `cell`, which is as `cellBits` says. */
export function squaredCells(hint: number, cell: number, eastWeight: number, northWeight: number): number {
  // Nine bits each, the difference signed: the grid repeats.
  const east = ((hint - cell) << NORTH_SHIFT) >> NORTH_SHIFT;
  const north = (hint - northBitsOf(cell)) >> NORTH_SHIFT;
  return (Math.imul(Math.imul(east, east), eastWeight) + Math.imul(Math.imul(north, north), northWeight)) | 0;
}

export function cellNorth(latitude: number): number {
  return Math.floor((latitude + 90) / NORTH_DEGREES) & (CELLS - 1);
}

export function cellEast(longitude: number): number {
  return Math.floor((longitude + 180) / EAST_DEGREES) & (CELLS - 1);
}

/** Weights of squared cells north and east: their sum never says more than the true distance, plus the slack. */
export interface CellScale {
  readonly north: number;
  readonly east: number;
  /** Kilometres: a cell's diagonal. */
  readonly slack: number;
}

/** Good for everything within `km` of that latitude. hav(d) = hav(dLat) + cos(lat1) cos(lat2) hav(dLon). */
export function cellScale(latitude: number, km: number): CellScale {
  const farthest = Math.min(90, Math.abs(latitude) + km / (RADIANS * EARTH_RADIUS_KM));
  const shrink = Math.max(0, Math.cos(farthest * RADIANS) * Math.cos(latitude * RADIANS));
  const north = Math.floor(KM_NORTH ** 2 * ARC * UNIT);
  const east = Math.floor(KM_EAST_AT_EQUATOR ** 2 * shrink * ARC * UNIT);
  return { north, east, slack: Math.sqrt((north + east) / UNIT) + 0.05 };
}

/** Two points of two cells are so much nearer at most than the cells' numbers say: a cell's diagonal at the equator. */
export const MOST_SLACK_KM = Math.hypot(KM_NORTH, KM_EAST_AT_EQUATOR) + 0.05;

/** What the weighted sum of squared cells is at most where the distance is at most `km`. */
export function cellLimit(km: number, { slack }: CellScale): number {
  if (!(km >= 0)) return NOWHERE;
  if (km > FARTHEST_KM) return ANYWHERE;
  return Math.ceil((km + slack) ** 2 * UNIT);
}
