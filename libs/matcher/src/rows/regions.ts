// Coarse regions, by which long lists are divided: 32 x 32 cells, in England 83 km north and 75 km east. A list is read
// in those regions only that a search can reach; smaller ones would split lists into more pieces than postings.
import { CELL_BITS } from './cells.js';

const CELLS = 1 << CELL_BITS;
const REGION_BITS = 5;
const CELLS_OF_REGION = 1 << REGION_BITS;
const ROW_BITS = CELL_BITS - REGION_BITS;
const REGIONS_IN_ROW = 1 << ROW_BITS;

export const REGIONS = REGIONS_IN_ROW * REGIONS_IN_ROW;

export function regionOf(east: number, north: number): number {
  return (east >> REGION_BITS) | ((north >> REGION_BITS) << ROW_BITS);
}

/** A point of the grid, how squared cells are weighed around it, and the sum up to which it reaches. */
export interface Around {
  readonly east: number;
  readonly north: number;
  readonly eastWeight: number;
  readonly northWeight: number;
}

/** Whether any cell of a region may be within `limit` of a point, by the same measure as each posting is. */
export function reachesRegion(region: number, around: Around, limit: number): boolean {
  const dx = cellsBetween(around.east, (region & (REGIONS_IN_ROW - 1)) << REGION_BITS);
  const dy = cellsBetween(around.north, (region >> ROW_BITS) << REGION_BITS);
  return dx * dx * around.eastWeight + dy * dy * around.northWeight <= limit;
}

/** From a cell to the nearest cell of a region that starts at `first`, around the grid's edge where that is nearer. */
function cellsBetween(cell: number, first: number): number {
  const beyond = (cell - first) & (CELLS - 1);
  return beyond < CELLS_OF_REGION ? 0 : Math.min(beyond - CELLS_OF_REGION + 1, CELLS - beyond);
}
