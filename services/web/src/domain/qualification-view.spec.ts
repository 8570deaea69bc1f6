import { qualificationsInWords } from './qualification-view.js';

const degree = {
  id: 'qualification:degree',
  label: 'Degree',
  kind: 'degree',
  level: 6,
  subjects: ['psychology', 'law'],
  quote: 'degree',
  start: 0,
  end: 6,
  need: 'required',
  orEquivalent: true,
  inProgress: false,
  confidence: 0.9,
} as const;
const said = (...qualifications: object[]) =>
  qualificationsInWords({ qualifications: qualifications.map((one) => ({ ...degree, ...one })) as never });

it('says what a text asks for in one line each', () => {
  expect(said({})).toEqual(['Degree, level 6, in psychology or law, or equivalent (required)']);
  expect(
    said({ label: 'GCSE', kind: 'school', level: 2, subjects: ['Maths', 'English'], orEquivalent: false }),
  ).toEqual(['GCSE, level 2, in Maths and English (required)']);
  expect(said({ level: null, subjects: [], orEquivalent: false, inProgress: true, need: 'desired' })).toEqual(
    ['Degree, or working towards it (desired)'],
  );
});

it('says the same once, and nothing where a text names none', () => {
  expect(said({}, {})).toHaveLength(1);
  expect(qualificationsInWords({})).toEqual([]);
});
