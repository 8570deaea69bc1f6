import type { Match } from '@jobwire/contracts';
import { MATCHES_PER_RECORD, setRecords } from './set-records.js';

const subject = { kind: 'vacancy', id: 'v', revision: 1 } as const;
const stamp = { epoch: 1, scorer: 's' };
const matches = (count: number): Match[] =>
  Array.from({ length: count }, (_, n) => ({ profileId: `p${n}` }) as Match);

it.each([0, 1, MATCHES_PER_RECORD, MATCHES_PER_RECORD + 1, 5 * MATCHES_PER_RECORD])(
  'a set of %i matches loses none and ends once',
  (count) => {
    const records = setRecords(subject, matches(count), stamp);
    expect(records.flatMap((record) => record.matches)).toEqual(matches(count));
    expect(records.map((record) => record.last).indexOf(true)).toBe(records.length - 1);
  },
);
