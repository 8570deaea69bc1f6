import { aPosting, aVacancy } from '../testing/builders.js';
import { understanding } from '../testing/bench.js';
import { cleanPosting } from './clean-posting.js';
import { decideChanged, decideNew, decideSame, rewriteFromSource, staysAsItIs } from './import-decision.js';

const NOW = new Date('2026-01-05T09:00:00.000Z');
const nobody = () => undefined;

it('leaves alone what says the same, and what its employer has closed', () => {
  const known = aVacancy({ sourceHash: 'h' });
  expect(staysAsItIs(known, 'h')).toBe(true);
  expect(staysAsItIs(known, 'other')).toBe(false);
  expect(staysAsItIs({ ...known, status: 'expired' }, 'other')).toBe(false);
  expect(staysAsItIs({ ...known, status: 'closed' }, 'other')).toBe(true);
});

it('says how an unchanged one stands', () => {
  expect(decideSame(aVacancy()).outcome).toBe('unchanged');
  expect(decideSame(aVacancy({ status: 'expired' })).outcome).toBe('expired');
  expect(decideSame(aVacancy({ duplicateOf: 'x' })).outcome).toBe('duplicate');
  expect(decideSame(aVacancy()).write).toBeUndefined();
});

it('writes a new one, as a duplicate where somebody says the same', () => {
  const draft = aVacancy();
  expect(decideNew(draft, nobody)).toEqual({ outcome: 'created', write: 'insert', vacancy: draft });
  const { outcome, vacancy } = decideNew(draft, () => aVacancy({ id: 'original' }));
  expect([outcome, vacancy.duplicateOf]).toEqual(['duplicate', 'original']);
});

it('takes nothing that is over for a duplicate', () => {
  const { outcome, vacancy } = decideNew(aVacancy({ status: 'expired' }), () => aVacancy());
  expect([outcome, vacancy.duplicateOf]).toEqual(['expired', undefined]);
});

it('never calls a vacancy the duplicate of itself, nor leaves it that of what it no longer repeats', () => {
  const known = aVacancy({ id: 'a', duplicateOf: 'was' });
  expect(decideChanged(known, () => aVacancy({ id: 'a' })).vacancy.duplicateOf).toBeUndefined();
  expect(decideChanged(known, nobody)).toMatchObject({ outcome: 'updated', write: 'replace' });
});

function rewritten(known = aVacancy(), closesAt?: string) {
  const clean = cleanPosting(aPosting(closesAt === undefined ? {} : { closesAt }));
  return rewriteFromSource(known, clean, 'hash', understanding, NOW);
}

describe('what the source says now', () => {
  it('is the next revision and opens what had expired', () => {
    const after = rewritten(aVacancy({ status: 'expired', endedAt: 'then' }));
    expect(after).toMatchObject({ revision: 2, status: 'open', sourceHash: 'hash' });
    expect(after).not.toHaveProperty('endedAt');
  });

  it('ends an open one whose closing time it moved into the past, and does not end an ended one anew', () => {
    const past = '2026-01-01T00:00:00.000Z';
    expect(rewritten(aVacancy(), past)).toMatchObject({ status: 'expired', endedAt: NOW.toISOString() });
    const known = aVacancy({ status: 'expired', endedAt: 'then' });
    expect(rewritten(known, past)).toMatchObject({ status: 'expired', endedAt: 'then' });
  });
});
