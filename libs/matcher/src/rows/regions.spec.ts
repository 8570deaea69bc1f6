import * as fc from 'fast-check';
import { NumberList } from '../memory/number-list.js';
import { ANYWHERE, NOWHERE } from './cells.js';
import { REGIONS, RegionDistances, regionOf } from './regions.js';

const CELLS = 512;
const cell = fc.nat({ max: CELLS - 1 });
const weight = fc.oneof(fc.nat({ max: 7000 }), fc.constant(0));
const limit = fc.oneof(fc.constantFrom(NOWHERE, 0, ANYWHERE), fc.nat({ max: 2 ** 29 }));

function between(a: number, b: number): number {
  const beyond = (a - b) & (CELLS - 1);
  return Math.min(beyond, CELLS - beyond);
}

/** The nearest of all its cells. */
function nearestOf(at: number, first: number, squareWeight: number): number {
  let nearest = CELLS;
  for (let n = 0; n < 64; n++) nearest = Math.min(nearest, between(at, first + n));
  return nearest * nearest * squareWeight;
}

it('gathers the regions of which some cell is within the limit, and no other', () => {
  const distances = new RegionDistances();
  const found = new NumberList();
  fc.assert(
    fc.property(
      cell,
      cell,
      weight,
      weight,
      limit,
      limit,
      (east, north, eastWeight, northWeight, near, far) => {
        distances.load({ east, north, eastWeight, northWeight });
        for (const most of [near, far]) {
          const expected: number[] = [];
          for (let column = 0; column < CELLS; column += 64)
            for (let row = 0; row < CELLS; row += 64)
              if (nearestOf(east, column, eastWeight) + nearestOf(north, row, northWeight) <= most)
                expected.push(regionOf(column, row));
          distances.within(most, found);
          expect(Array.from(found.items.subarray(0, found.count)).toSorted((a, b) => a - b)).toEqual(
            expected.toSorted((a, b) => a - b),
          );
        }
        expect(found.count).toBeLessThanOrEqual(REGIONS);
      },
    ),
    { numRuns: 500 },
  );
});
