// Coarse regions, by which long lists are divided: 64 x 64 cells, in England 167 km north and 150 km east. A list is
// read in those regions only that a search can reach. With regions half as wide a local search takes up to 4 % less (a
// strict one no less), a remote one 7 to 12 % more, and a million people need 500,000 more lists: 17 bytes a person and
// 6 a vacancy.
import { NumberList } from '../memory/number-list.js';
import { CELL_BITS } from './cells.js';

const CELLS = 1 << CELL_BITS;
const REGION_BITS = 6;
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

/** How far each region is at least from a point, by the same measure as each posting is. */
export class RegionDistances {
  private readonly columns = new Int32Array(REGIONS_IN_ROW);
  private readonly rows = new Int32Array(REGIONS_IN_ROW);
  /** Columns of which some region may be within. */
  private readonly near = new NumberList();

  load({ east, north, eastWeight, northWeight }: Around): void {
    for (let n = 0; n < REGIONS_IN_ROW; n++) {
      const across = cellsBetween(east, n << REGION_BITS);
      const up = cellsBetween(north, n << REGION_BITS);
      this.columns[n] = Math.imul(Math.imul(across, across), eastWeight);
      this.rows[n] = Math.imul(Math.imul(up, up), northWeight);
    }
  }

  /** Gathers the regions that are not farther than `limit`. */
  within(limit: number, into: NumberList): void {
    const { columns, rows, near } = this;
    into.clear();
    near.clear();
    for (let column = 0; column < REGIONS_IN_ROW; column++) if (columns[column] <= limit) near.push(column);
    for (let row = 0; row < REGIONS_IN_ROW; row++) {
      const rest = limit - rows[row];
      if (rest < 0) continue;
      for (let n = 0; n < near.count; n++) {
        const column = near.items[n];
        if (columns[column] <= rest) into.push(column | (row << ROW_BITS));
      }
    }
  }
}

/** From a cell to the nearest cell of a region that starts at `first`, around the grid's edge where that is nearer. */
function cellsBetween(cell: number, first: number): number {
  const beyond = (cell - first) & (CELLS - 1);
  return beyond < CELLS_OF_REGION ? 0 : Math.min(beyond - CELLS_OF_REGION + 1, CELLS - beyond);
}
