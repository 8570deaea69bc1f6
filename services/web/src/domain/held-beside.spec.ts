import type { Profile, QualificationMention } from '@jobwire/contracts';
import { heldBeside } from './held-beside.js';

const award = (id: string, kind: string, level: number | null, inProgress = false) => ({
  id,
  label: id,
  kind,
  level,
  subjects: [],
  inProgress,
});
const have = (words: string, ...read: object[]) => ({ qualification: words, read });
const person = {
  skills: [{ id: 'skill:prince2', label: 'PRINCE2', known: true }],
  qualifications: [
    have('MSc Statistics', award('masters', 'degree', 7)),
    have('A level Maths', award('a-level', 'school', 3)),
    have('AAT', award('aat', 'professional', null, true)),
    have('NVQ', award('nvq', 'vocational', null)),
    have('Cycling proficiency'),
  ],
} as unknown as Profile;

it.each([
  ['the same', award('masters', 'degree', 7), ['MSc Statistics']],
  ['a higher one of the kind', award('degree', 'degree', 6), ['MSc Statistics']],
  ['no lower one', award('doctorate', 'degree', 8), []],
  ['a school certificate', award('gcse', 'school', 2), ['A level Maths']],
  ['one that is not finished', award('aat', 'professional', null), ['AAT (not finished)']],
  ['no other profession', award('cima', 'professional', null), []],
  ['the same of no stated level', award('nvq', 'vocational', 3), ['NVQ']],
  ['no other of no stated level', award('btec', 'vocational', 3), []],
  ['one that is among the skills', award('skill:prince2', 'professional', null), ['PRINCE2']],
] as const)('beside what is asked stands %s', (_, asked, held) => {
  expect(heldBeside(asked as unknown as QualificationMention, person)).toEqual(held);
});

it('nobody signed in has any', () => {
  const asked = award('degree', 'degree', 6) as unknown as QualificationMention;
  expect(heldBeside(asked, undefined)).toEqual([]);
});
