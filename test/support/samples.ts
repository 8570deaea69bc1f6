import { randomUUID } from 'node:crypto';

/** A line of work that nobody else in the house is in: its people and its vacancies meet only each other. */
export function aCraft() {
  const skills = [1, 2, 3].map((part) => `craft ${randomUUID()} part ${part}`);
  return {
    person: (change: object = {}) => aNurse({ skills: skills.map((skill) => ({ skill })), ...change }),
    vacancy: (change: object = {}) =>
      aVacancy({ title: `Crafter ${randomUUID()}`, skills: { required: skills }, ...change }),
  };
}

/** A vacancy that `aNurse` fits; a test says only what matters to it. */
export function aVacancy(change: object = {}): object {
  return {
    title: 'Staff nurse',
    description: 'You will care for people on a busy ward.',
    location: { postcode: 'LS1 4AP' },
    skills: { required: ['Wound care', 'Venepuncture', 'Medication administration'] },
    ...change,
  };
}

export function aNurse(change: object = {}): object {
  return {
    skills: [{ skill: 'wound care' }, { skill: 'venepuncture' }, { skill: 'medication administration' }],
    location: { town: 'Leeds' },
    radiusMiles: 20,
    visible: true,
    ...change,
  };
}
