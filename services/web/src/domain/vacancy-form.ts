import type { Vacancy } from '@jobwire/contracts';
import { amount, lines, one, placeInput, present, type Form } from './form.js';
import { moneyInField } from './in-words.js';

const NAMES = [
  'title',
  'description',
  'place',
  'remote',
  'skills',
  'desired',
  'payMin',
  'payMax',
  'payUnit',
  'hours',
  'contract',
  'idempotencyKey',
] as const;
export type VacancyValues = Readonly<Record<(typeof NAMES)[number], string>>;

/** What the form posts; the API judges it. */
export function vacancyFromForm(form: Form): Record<string, unknown> {
  const required = lines(form, 'skills');
  const desired = lines(form, 'desired');
  return present({
    title: one(form, 'title'),
    description: one(form, 'description'),
    location: placeInput(one(form, 'place')),
    remote: one(form, 'remote'),
    skills: required.length + desired.length === 0 ? undefined : { required, desired },
    salary: salaryOf(form),
    hours: one(form, 'hours'),
    contract: one(form, 'contract'),
  });
}

/** A merge patch of what the change form shows: pay left empty is taken away. */
export function patchFromForm(form: Form): Record<string, unknown> {
  return {
    title: one(form, 'title'),
    skills: { required: lines(form, 'skills'), desired: lines(form, 'desired') },
    salary: patchOfPay(form),
  };
}

export function valuesOfVacancy(vacancy: Vacancy): Partial<VacancyValues> {
  return {
    title: vacancy.title,
    skills: vacancy.skills.required.map(({ label }) => label).join('\n'),
    desired: vacancy.skills.desired.map(({ label }) => label).join('\n'),
    payMin: moneyInField(vacancy.salary?.min),
    payMax: moneyInField(vacancy.salary?.max),
    payUnit: vacancy.salary?.unit ?? 'year',
  };
}

export function valuesOfForm(form: Form): VacancyValues {
  return Object.fromEntries(NAMES.map((name) => [name, one(form, name)])) as VacancyValues;
}

/** The form field that a field of the API stands for. */
export function vacancyFieldOf(field: string): string {
  if (field.startsWith('location')) return 'place';
  if (field.startsWith('skills.desired')) return 'desired';
  if (field.startsWith('salary.max')) return 'payMax';
  if (field.startsWith('salary')) return 'payMin';
  const [top = field] = field.split('.');
  return top;
}

function salaryOf(form: Form): Record<string, unknown> | undefined {
  const min = amount(form, 'payMin');
  const max = amount(form, 'payMax');
  if (min === undefined && max === undefined) return undefined;
  return present({ min, max, unit: one(form, 'payUnit') || 'year' });
}

function patchOfPay(form: Form): Record<string, unknown> | null {
  const pay = salaryOf(form);
  return pay === undefined ? null : { min: null, max: null, ...pay };
}
