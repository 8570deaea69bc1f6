import { aTaxonomy } from '../testing/builders.js';
import { closenessOf, occupationKey, occupationOf } from './occupation.js';

const taxonomy = aTaxonomy({
  isco: {
    nurse: '2221',
    'ward nurse': '2221',
    midwife: '2222',
    driver: '8322',
    short: '222',
    shorter: '22',
    'shorter too': '22',
  },
});

it.each([
  ['nurse', 'nurse', 'same'],
  ['nurse', 'ward nurse', 'unit-group'],
  ['nurse', 'midwife', 'minor-group'],
  ['nurse', 'driver', 'none'],
  ['nurse', 'short', 'minor-group'],
  ['shorter', 'shorter too', 'none'],
  ['shorter', 'shorter', 'same'],
  ['unlisted', 'unlisted', 'same'],
  ['unlisted', 'unlisted too', 'none'],
])('%s and %s: %s', (one, other, closeness) => {
  const [a, b] = [occupationOf(one, taxonomy), occupationOf(other, taxonomy)];
  expect([closenessOf(a, b), closenessOf(b, a)]).toEqual([closeness, closeness]);
  expect(occupationKey(a) === occupationKey(b)).toBe(closeness !== 'none');
});
