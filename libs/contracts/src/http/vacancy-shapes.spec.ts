import { VacancyInput } from './vacancy-shapes.js';

const whole = { title: 'Staff nurse', description: 'Care for people.', location: { town: 'Leeds' } };

const faults = (input: unknown): string[] => {
  const parsed = VacancyInput.safeParse(input);
  return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join('.'));
};

it('takes a title, a description and a place', () => {
  expect(faults(whole)).toEqual([]);
});

it.each([
  ['a title of control characters', { title: '\u0000\u0007\u200B \u00A0' }, 'title'],
  ['a title of 201 characters', { title: 'x'.repeat(201) }, 'title'],
  ['a title of 1 MB', { title: 'x'.repeat(1_000_000) }, 'title'],
  ['no place and not remote', { location: undefined }, 'location'],
  ['half a point', { location: { latitude: 53 } }, 'location'],
  ['a salary of -1', { salary: { min: -1 } }, 'salary.min'],
  ['a minimum above the maximum', { salary: { min: 2, max: 1 } }, 'salary.min'],
  [
    '10,000 skills',
    { skills: { required: Array.from({ length: 10_000 }, (_, n) => `s${n}`) } },
    'skills.required',
  ],
  ['an unknown field', { salry: 1 }, ''],
])('refuses %s and names the field', (_, change, field) => {
  expect(faults({ ...whole, ...change })).toEqual([field]);
});

it('counts characters as people do', () => {
  expect(faults({ ...whole, title: '👩‍⚕️'.repeat(50) })).toEqual([]);
});

it('needs no place when the work is fully remote', () => {
  expect(faults({ title: 'Developer', description: 'Code.', remote: 'full' })).toEqual([]);
});
