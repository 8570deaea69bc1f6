import type { Problem } from '@jobwire/contracts';
import { vacancyWords } from './field-labels.js';
import { errorsOf } from './form-errors.js';

const problem = (errors?: Problem['errors']): Problem => ({
  type: 'urn:jobwire:problem:invalid-body',
  title: 'Unprocessable Content',
  status: 422,
  code: 'INVALID_BODY',
  detail: 'Something is wrong.',
  correlationId: 'c1',
  ...(errors === undefined ? {} : { errors }),
});

it('says the same beside the field and at the top, with a link', () => {
  const fault = { field: 'location.town', reason: 'is not known', remedy: 'send a postcode' };
  const errors = errorsOf(problem([fault]), vacancyWords);
  const text = 'Place is not known. Write a postcode.';
  expect(errors).toEqual({ byField: { place: text }, list: [{ text, href: '#place' }] });
});

it('says one thing of a field, the first', () => {
  const faults = [
    { field: 'skills.required.0', reason: 'is blank' },
    { field: 'skills.required.1', reason: 'is blank' },
  ];
  expect(errorsOf(problem(faults), vacancyWords).list).toHaveLength(1);
});

it('shows what belongs to no field of the form, and a refusal without fields', () => {
  const elsewhere = errorsOf(problem([{ field: 'closesAt', reason: 'has passed' }]), vacancyWords);
  expect(elsewhere.list).toEqual([{ text: 'closesAt has passed.' }]);
  expect(errorsOf(problem(), vacancyWords).list).toEqual([{ text: 'Something is wrong.' }]);
});
