import { MATCHES_PER_RECORD, piecesOf } from './set-records.js';

const MANY = 5 * MATCHES_PER_RECORD;
it.each([0, 1, MATCHES_PER_RECORD, MATCHES_PER_RECORD + 1, MANY])(
  'a set of %i matches loses none, fits its records and ends once',
  (count) => {
    const matches = Array.from({ length: count }, (_, n) => n);
    const pieces = [...piecesOf(matches)];
    expect(pieces.flatMap(({ some }) => some)).toEqual(matches);
    expect(pieces.every(({ some }) => some.length <= MATCHES_PER_RECORD)).toBe(true);
    expect(pieces.map(({ last }) => last).indexOf(true)).toBe(pieces.length - 1);
  },
);
