import * as fc from 'fast-check';
import { NumberList } from '../memory/number-list.js';
import { ANYWHERE, NOWHERE } from './cells.js';
import { REGIONS, regionOf, regionsWithin } from './regions.js';

const CELLS = 512;
const ACROSS = 64;
const cell = fc.nat({ max: CELLS - 1 });
const weight = fc.oneof(fc.nat({ max: 7000 }), fc.constant(0));
const limits = fc.oneof(fc.constantFrom(NOWHERE, 0, ANYWHERE), fc.nat({ max: 2 ** 29 }));

function between(a: number, b: number): number {
  const beyond = (a - b) & (CELLS - 1);
  return Math.min(beyond, CELLS - beyond);
}

/** Of the cells of a band the nearest, squared and weighed. */
function nearest(at: number, first: number, squareWeight: number): number {
  const cells = Array.from({ length: ACROSS }, (_, n) => between(at, first + n));
  return Math.min(...cells) ** 2 * squareWeight;
}

it('gathers every region of which some cell is within the limit, each once, and none that is too far one way alone', () => {
  const found = new NumberList();
  let gathered = 0;
  fc.assert(
    fc.property(cell, cell, weight, weight, limits, (east, north, eastWeight, northWeight, limit) => {
      regionsWithin({ east, north, eastWeight, northWeight }, limit, found);
      const regions = Array.from(found.items.subarray(0, found.count));
      expect(new Set(regions).size).toBe(regions.length);
      const [within, tooFar]: [number[], number[]] = [[], []];
      for (let column = 0; column < CELLS; column += ACROSS)
        for (let row = 0; row < CELLS; row += ACROSS) {
          const across = nearest(east, column, eastWeight);
          const up = nearest(north, row, northWeight);
          if (across + up <= limit) within.push(regionOf(column, row));
          if (across > limit || up > limit) tooFar.push(regionOf(column, row));
        }
      expect(regions).toEqual(expect.arrayContaining(within));
      expect(regions.filter((region) => tooFar.includes(region))).toEqual([]);
      gathered += regions.length;
    }),
    { numRuns: 1000 },
  );
  expect(gathered).toBeGreaterThan(1000);
  expect(gathered).toBeLessThan(1000 * REGIONS);
});
