import { CLOSENESS } from '../scoring/points.js';
import { aTaxonomy } from '../testing/builders.js';
import { OccupationBook } from './occupation-book.js';

const isco = {
  nurse: '2221',
  'ward nurse': '2221',
  midwife: '2222',
  driver: '8322',
  short: '222',
  shorter: '22',
  'shorter too': '22',
};

it.each([
  ['nurse', 'nurse', 'same'],
  ['nurse', 'ward nurse', 'unitGroup'],
  ['nurse', 'midwife', 'minorGroup'],
  ['nurse', 'driver', 'none'],
  ['nurse', 'short', 'minorGroup'],
  ['shorter', 'shorter too', 'none'],
  ['shorter', 'shorter', 'same'],
  ['unlisted', 'unlisted', 'same'],
  ['unlisted', 'unlisted too', 'none'],
] as const)('%s and %s: %s', (one, other, name) => {
  const book = new OccupationBook(aTaxonomy({ isco }));
  const [a, b] = [book.numberOf(one), book.numberOf(other)];
  expect([book.closeness(a, b), book.closeness(b, a)]).toEqual([CLOSENESS[name], CLOSENESS[name]]);
  expect(book.groupsNear(a).includes(book.group(b))).toBe(name !== 'none');
});
