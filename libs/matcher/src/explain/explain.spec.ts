import type { Reason } from '@jobwire/contracts';
import { explain } from './explain.js';
import type { Voice } from './voice.js';

const skill = (id: string) => ({ id, required: true, relation: 'same' as const });

function say(reason: Reason, voice: Voice = 'jobseeker'): string | undefined {
  return explain([reason], { voice, labelOf: (id) => id })[0]?.text;
}

const skills: Reason = {
  part: 'skills',
  points: 40,
  of: 65,
  matched: [
    skill('wound care'),
    { id: 'nursing', required: true, relation: 'narrower', via: 'ward nursing' },
  ],
  missing: [{ id: 'driving', required: false }],
};

it('keeps the part and its points beside the words', () => {
  expect(explain([skills], { voice: 'jobseeker', labelOf: (id) => id.toUpperCase() })).toEqual([
    {
      part: 'skills',
      points: 40,
      of: 65,
      text: 'You have 2 of 3 skills asked for: WOUND CARE, NURSING (through WARD NURSING); missing: DRIVING.',
    },
  ]);
});

it('speaks of the person when it speaks to the employer', () => {
  expect(say(skills, 'employer')).toBe(
    'Has 2 of 3 skills asked for: wound care, nursing (through ward nursing); missing: driving.',
  );
});

it('names five of a long list and counts the rest', () => {
  const matched = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(skill);
  expect(say({ part: 'skills', points: 65, of: 65, matched, missing: [] })).toBe(
    'You have 8 of 8 skills asked for: a, b, c, d, e and 3 more.',
  );
  expect(say({ part: 'skills', points: 65, of: 65, matched: matched.slice(0, 6), missing: [] })).toBe(
    'You have 6 of 6 skills asked for: a, b, c, d, e, f.',
  );
});

it.each<[Reason, string, string]>([
  [
    { part: 'skills', points: 0, of: 65, matched: [], missing: [] },
    'Skills not stated.',
    'Skills not stated.',
  ],
  [
    { part: 'skills', points: 0, of: 65, matched: [], missing: [skill('a')] },
    'You have none of 1 skill asked for; missing: a.',
    'Has none of 1 skill asked for; missing: a.',
  ],
  [
    { part: 'occupation', points: 15, of: 15, closeness: 'same', id: 'nurse' },
    'You look for this occupation: nurse.',
    'Looks for this occupation: nurse.',
  ],
  [
    { part: 'occupation', points: 12, of: 15, closeness: 'unit-group', id: 'nurse' },
    'You look for a very similar occupation: nurse.',
    'Looks for a very similar occupation: nurse.',
  ],
  [
    { part: 'occupation', points: 8, of: 15, closeness: 'minor-group' },
    'You look for a similar occupation.',
    'Looks for a similar occupation.',
  ],
  [
    { part: 'occupation', points: 0, of: 15, closeness: 'none' },
    'You look for another occupation.',
    'Looks for another occupation.',
  ],
  [
    { part: 'occupation', points: 0, of: 15, closeness: 'not-stated' },
    'Occupation not stated.',
    'Occupation not stated.',
  ],
  [
    { part: 'distance', points: 5, of: 10, reach: 'near', miles: 16 },
    '16 miles from you.',
    '16 miles from the vacancy.',
  ],
  [
    { part: 'distance', points: 10, of: 10, reach: 'near', miles: 1 },
    '1 mile from you.',
    '1 mile from the vacancy.',
  ],
  [
    { part: 'distance', points: 10, of: 10, reach: 'near', miles: 0 },
    'Less than a mile from you.',
    'Less than a mile from the vacancy.',
  ],
  [{ part: 'distance', points: 10, of: 10, reach: 'near' }, 'Within your radius.', 'Within their radius.'],
  [{ part: 'distance', points: 0, of: 10, reach: 'remote' }, 'Fully remote.', 'Fully remote.'],
  [
    { part: 'distance', points: 0, of: 10, reach: 'nationwide' },
    'Offered nationwide.',
    'Offered nationwide.',
  ],
  [
    { part: 'salary', points: 10, of: 10, reading: 'meets', yearly: 35000 },
    'Pay of up to £35,000 a year meets your minimum.',
    'Pay of up to £35,000 a year meets their minimum.',
  ],
  [
    { part: 'salary', points: 0, of: 10, reading: 'below', yearly: 35000 },
    'Pay of up to £35,000 a year is below your minimum.',
    'Pay of up to £35,000 a year is below their minimum.',
  ],
  [
    { part: 'salary', points: 0, of: 10, reading: 'no-wish', yearly: 35000 },
    'Pay of up to £35,000 a year; you name no minimum.',
    'Pay of up to £35,000 a year; they name no minimum.',
  ],
  [{ part: 'salary', points: 0, of: 10, reading: 'not-stated' }, 'Salary not stated.', 'Salary not stated.'],
  [
    { part: 'contract', points: 10, of: 10, reading: 'meets' },
    'A contract that you want.',
    'Wants this kind of contract.',
  ],
  [
    { part: 'contract', points: 0, of: 10, reading: 'no-wish' },
    'You take any contract.',
    'Takes any contract.',
  ],
  [{ part: 'hours', points: 0, of: 0, reading: 'not-stated' }, 'Hours not stated.', 'Hours not stated.'],
])('says %j in either voice', (reason, toJobseeker, toEmployer) => {
  expect([say(reason), say(reason, 'employer')]).toEqual([toJobseeker, toEmployer]);
});
