import { KnownItems } from './known-items.js';

it('takes a replayed item once, and a newer state of it again', () => {
  const known = new KnownItems();
  expect(known.learn('a', 4)).toBe(true);
  expect(known.learn('b', 4)).toBe(true);
  expect(known.learn('a', 4)).toBe(false);
  expect(known.learn('a', 5)).toBe(true);
});
