import { anItem } from '../testing/builders.js';
import { daysSince, moveDates } from './replay.js';

it.each([
  ['2026-01-05', '2026-01-05T00:00:00.000Z', 0],
  ['2026-01-05', '2026-01-05T23:59:59.999Z', 0],
  ['2026-01-04', '2026-01-05T00:00:00.000Z', 1],
  ['2020-02-29', '2021-02-28T12:00:00.000Z', 365],
  ['2026-01-06', '2026-01-05T12:00:00.000Z', -1],
])('from %s to %s it is %d days', (date, now, days) => {
  expect(daysSince(date, new Date(now))).toBe(days);
});

it('moves the dates an item has and adds none', () => {
  const moved = moveDates(anItem({ closesAt: '2020-03-01T17:00:00.000Z' }), 366);
  expect(moved.closesAt).toBe('2021-03-02T17:00:00.000Z');
  expect(moved).not.toHaveProperty('postedAt');
  const item = anItem();
  expect(moveDates(item, 0)).toBe(item);
});

it('moves nothing beyond the last year that sorts as text', () => {
  const never = '9999-12-31T23:59:59.999Z';
  expect(moveDates(anItem({ closesAt: never }), 3000).closesAt).toBe(never);
});
