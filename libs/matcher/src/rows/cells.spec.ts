import * as fc from 'fast-check';
import { CELL_BITS, cellEast, cellLimit, cellNorth, cellScale } from './cells.js';
import { isOnEarth, kilometres } from './earth.js';

const anywhere = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});
const step = fc.double({ min: -3, max: 3, noNaN: true });
/** Two points, mostly near to each other, also across the seam at 180 degrees and at the poles. */
const pairs = fc.tuple(anywhere, anywhere, fc.boolean(), step, step).map(([a, b, isFar, north, east]) => {
  if (isFar) return [a, b] as const;
  const longitude = a.longitude + east;
  return [
    a,
    {
      latitude: Math.max(-90, Math.min(90, a.latitude + north)),
      longitude: longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude,
    },
  ] as const;
});

function difference(a: number, b: number): number {
  return ((a - b) << (32 - CELL_BITS)) >> (32 - CELL_BITS);
}

it('never calls far by cells what is near by kilometres', () => {
  fc.assert(
    fc.property(pairs, fc.double({ min: 0, max: 40, noNaN: true }), ([a, b], more) => {
      const km = kilometres(a.latitude, a.longitude, b.latitude, b.longitude) + more;
      const scale = cellScale(a.latitude, km);
      const east = difference(cellEast(b.longitude), cellEast(a.longitude));
      const north = difference(cellNorth(b.latitude), cellNorth(a.latitude));
      const sum = east * east * scale.east + north * north * scale.north;
      expect(sum).toBeLessThan(2 ** 31);
      expect(sum).toBeLessThanOrEqual(cellLimit(km, scale));
    }),
    { numRuns: 2000 },
  );
});

it('tells Leeds from London for somebody with 20 miles', () => {
  const scale = cellScale(53.8, 32);
  const north = difference(cellNorth(51.5), cellNorth(53.8));
  expect(north * north * scale.north).toBeGreaterThan(cellLimit(32, scale));
});

it('measures along the great circle, the same both ways and never not a number', () => {
  expect(kilometres(51.5074, -0.1278, 55.9533, -3.1883)).toBeCloseTo(534, 0);
  expect(kilometres(0, 179.5, 0, -179.5)).toBeCloseTo(111.195, 2);
  expect(kilometres(90, 0, -90, 77)).toBeCloseTo(20015.1, 1);
  fc.assert(
    fc.property(anywhere, anywhere, (a, b) => {
      const there = kilometres(a.latitude, a.longitude, b.latitude, b.longitude);
      expect(there).toBe(kilometres(b.latitude, b.longitude, a.latitude, a.longitude));
      expect(there).not.toBeNaN();
      expect(kilometres(a.latitude, a.longitude, a.latitude, a.longitude)).toBe(0);
    }),
  );
});

it.each([
  [90.1, 0],
  [0, -180.1],
  [NaN, 0],
  [0, Infinity],
  [1, undefined],
  [undefined, 1],
])('%p, %p is no point on Earth', (latitude, longitude) => {
  expect(isOnEarth(latitude, longitude)).toBe(false);
});

it.each([
  [90, 180],
  [-90, -180],
  [0, 0],
])('%p, %p is one', (latitude, longitude) => {
  expect(isOnEarth(latitude, longitude)).toBe(true);
});
