import { VacancyInput, VacancyPatch, type Vacancy } from '@jobwire/contracts';
import { patchFromForm, vacancyFieldOf, vacancyFromForm, valuesOfVacancy } from './vacancy-form.js';

const form = {
  title: 'Chef',
  description: 'Cook for eighty.',
  place: 'Bath',
  remote: '',
  skills: 'Cooking\r\n\r\n Food safety ',
  desired: '',
  payMin: '13.50',
  payMax: '',
  payUnit: 'hour',
  hours: 'full-time',
  contract: '',
};

it('posts what was filled in and nothing of what was left empty', () => {
  const body = vacancyFromForm(form);
  expect(body).toEqual({
    title: 'Chef',
    description: 'Cook for eighty.',
    location: { town: 'Bath' },
    skills: { required: ['Cooking', 'Food safety'], desired: [] },
    salary: { min: 13.5, unit: 'hour' },
    hours: 'full-time',
  });
  expect(VacancyInput.safeParse(body).success).toBe(true);
});

it('leaves skills and pay out when they are empty, so that the text speaks', () => {
  const body = vacancyFromForm({ ...form, skills: '', payMin: '' });
  expect(body).not.toHaveProperty('skills');
  expect(body).not.toHaveProperty('salary');
});

it('a pay taken out of the form is taken away, one bound of it too', () => {
  expect(patchFromForm({ ...form, payMin: '' })).toMatchObject({ salary: null });
  const patch = patchFromForm(form);
  expect(patch).toMatchObject({ salary: { min: 13.5, max: null, unit: 'hour' } });
  expect(VacancyPatch.safeParse(patch).success).toBe(true);
});

it('shows pay as money, and a form that changes nothing writes the same pay', () => {
  const salary = { min: 12.6, max: 14, unit: 'hour', currency: 'GBP' } as const;
  const values = valuesOfVacancy({
    title: 'Chef',
    skills: { required: [], desired: [] },
    salary,
  } as unknown as Vacancy);
  expect(values).toMatchObject({ payMin: '12.60', payMax: '14', payUnit: 'hour' });
  expect(patchFromForm(values)).toMatchObject({ salary: { min: 12.6, max: 14, unit: 'hour' } });
});

it.each([
  ['location.postcode', 'place'],
  ['skills.required.3', 'skills'],
  ['skills.desired.0', 'desired'],
  ['salary.min', 'payMin'],
  ['salary.max', 'payMax'],
  ['title', 'title'],
])('the API’s %s is the form’s %s', (field, expected) => {
  expect(vacancyFieldOf(field)).toBe(expected);
});
