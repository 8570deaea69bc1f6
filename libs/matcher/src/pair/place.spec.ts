import * as fc from 'fast-check';
import { isSurelyFurther, kilometresBetween, pointOf } from './place.js';

const london = { latitude: 51.5074, longitude: -0.1278 };
const edinburgh = { latitude: 55.9533, longitude: -3.1883 };
const points = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

it('measures along the great circle', () => {
  expect(kilometresBetween(london, edinburgh)).toBeCloseTo(534, 0);
  expect(
    kilometresBetween({ latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 }),
  ).toBeCloseTo(111.195, 2);
  expect(kilometresBetween({ latitude: 90, longitude: 0 }, { latitude: -90, longitude: 77 })).toBeCloseTo(
    20015.1,
    1,
  );
});

it('is nothing to oneself, the same both ways, and never not a number', () => {
  fc.assert(
    fc.property(points, points, (a, b) => {
      expect(kilometresBetween(a, a)).toBe(0);
      expect(kilometresBetween(a, b)).toBe(kilometresBetween(b, a));
      expect(kilometresBetween(a, b)).not.toBeNaN();
    }),
  );
});

it('never rules out by latitude what is near enough', () => {
  fc.assert(
    fc.property(points, points, (a, b) => {
      expect(isSurelyFurther(a, b, kilometresBetween(a, b))).toBe(false);
    }),
  );
});

it.each([
  { latitude: 90.1, longitude: 0 },
  { latitude: 0, longitude: -180.1 },
  { latitude: NaN, longitude: 0 },
  { latitude: 0, longitude: Infinity },
  { latitude: 1 },
  { longitude: 1 },
  {},
  undefined,
])('%j is no point on Earth', (place) => {
  expect(pointOf(place)).toBeUndefined();
});

it.each([
  { latitude: 90, longitude: 180 },
  { latitude: -90, longitude: -180 },
  { latitude: 0, longitude: 0 },
])('%j is one', (place) => {
  expect(pointOf(place)).toEqual(place);
});
