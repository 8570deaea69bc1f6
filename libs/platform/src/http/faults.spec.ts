import { z } from 'zod';
import { faultsOf, invalidInput } from './faults.js';
import { speakPlainly } from './plain-messages.js';

const Thing = z.strictObject({
  name: z.string(),
  skills: z.array(z.strictObject({ level: z.int().min(1).max(4) })).optional(),
  kind: z.enum(['a', 'b']).optional(),
});
speakPlainly();

function faults(value: unknown) {
  const { error } = Thing.safeParse(value);
  return error === undefined ? [] : faultsOf(error, 'body');
}

it.each([
  [{ name: 'x', skills: [{ level: 1 }, { level: 5 }] }, 'skills.1.level', /4/],
  [{ name: 'x', skills: [{ level: 1, extra: 1 }] }, 'skills.0.extra', /not known/],
  [{ name: 'x', nmae: 'y' }, 'nmae', /not known/],
  [{}, 'name', /required/],
  [{ name: 7 }, 'name', /text/],
  [{ name: 'x', kind: 'c' }, 'kind', /a, b/],
  ['text', 'body', /object/],
])('%j names %s', (value, field, words) => {
  const [fault] = faults(value);
  expect(fault?.field).toBe(field);
  expect(`${fault?.reason}: ${fault?.remedy}`).toMatch(words);
});

it('names each unknown field by itself', () => {
  expect(faults({ name: 'x', a: 1, b: 2 }).map(({ field }) => field)).toEqual(['a', 'b']);
});

it('shows fifty faults and says how many there are', () => {
  const { error } = Thing.safeParse(Object.fromEntries(Array.from({ length: 80 }, (_, n) => [`f${n}`, n])));
  const refusal = error && invalidInput(error);
  expect(refusal?.faults).toHaveLength(50);
  expect(refusal?.message).toMatch(/and 80 more/);
});
