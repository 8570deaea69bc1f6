import type { ProfileInput } from '@jobwire/contracts';
import { understanding } from '../testing/bench.js';
import { anInput, aProfile } from '../testing/builders.js';
import { stateOf } from './profile.js';
import { writeProfile } from './write-profile.js';

const { id, revision, owner, createdAt, updatedAt } = aProfile();
const write = (changes: Partial<ProfileInput>) =>
  writeProfile(anInput(changes), { id, revision, owner, createdAt, updatedAt }, understanding);

it('takes each skill once, of two levels the higher, and keeps no level where none was stated', () => {
  const { skills } = write({
    skills: [
      { skill: 'First aid', level: 2 },
      { skill: 'first  AID', level: 3 },
      { skill: 'First Aid', level: 1 },
      { skill: 'Python' },
      { skill: 'Basket weaving' },
    ],
  });
  expect(skills.map(({ level }) => level)).toEqual([3, undefined, undefined]);
  expect(skills.map(({ known }) => known)).toEqual([true, true, false]);
  expect(skills[2]?.label).toBe('Basket weaving');
  expect(skills[1]).not.toHaveProperty('level');
});

it('takes what is said twice once', () => {
  const profile = write({
    contracts: ['permanent', 'permanent'],
    hours: ['full-time', 'full-time'],
    hideFrom: ['acme', 'acme'],
    occupations: ['Staff Nurse', 'staff nurse'],
  });
  expect(profile).toMatchObject({ contracts: ['permanent'], hours: ['full-time'], hideFrom: ['acme'] });
  expect(profile.occupations).toHaveLength(1);
});

it.each([
  ['skills.1.skill', 'UNKNOWN_SKILL', { skills: [{ skill: 'Python' }, { skill: 'skill:made-up' }] }],
  ['occupations.0', 'UNKNOWN_OCCUPATION', { occupations: ['occupation:made-up'] }],
  ['location.town', 'UNKNOWN_PLACE', { location: { town: 'Nowhereville' } }],
  ['location.postcode', 'UNKNOWN_PLACE', { location: { postcode: 'ZZ99 9ZZ' } }],
])('refuses %s that nobody knows as %s', (field, code, changes) => {
  const refused = expect.objectContaining({ code, faults: [expect.objectContaining({ field })] });
  expect(() => write(changes)).toThrow(refused);
});

it('finds the place, and keeps the postcode as it is written', () => {
  const { location } = write({ location: { postcode: 'ls1 4ap' } });
  expect(location).toMatchObject({ postcode: 'LS1 4AP', latitude: expect.any(Number) });
  expect(write({})).not.toHaveProperty('location');
  expect(write({})).not.toHaveProperty('minimumSalary');
});

it('keeps qualifications as they are written, each once, with what they name', () => {
  const { qualifications } = write({
    qualifications: [
      { qualification: 'BSc Psychology' },
      { qualification: ' BSc Psychology ' },
      { qualification: 'studying for ACCA' },
      { qualification: 'AAT', inProgress: true },
      { qualification: 'Cycling proficiency' },
    ],
  });
  expect(qualifications).toMatchObject([
    { qualification: 'BSc Psychology', read: [{ label: 'Degree', level: 6, subjects: ['Psychology'] }] },
    { qualification: 'studying for ACCA', read: [{ id: 'skill:acca-qualification', inProgress: true }] },
    { qualification: 'AAT', read: [{ id: 'skill:aat-qualification', inProgress: true }] },
    { qualification: 'Cycling proficiency', read: [] },
  ]);
});

it('publishes no qualification: nobody is matched by one', () => {
  const state = stateOf(write({ qualifications: [{ qualification: 'BSc Psychology' }] }));
  expect(JSON.stringify(state)).not.toMatch(/qualification|degree|psychology/i);
});

it('publishes ids and wishes, and no words', () => {
  const state = stateOf(
    write({ skills: [{ skill: 'Python', level: 2 }], location: { town: 'Leeds' }, minimumSalary: 0 }),
  );
  expect(state.skills).toEqual([{ id: expect.stringMatching(/^skill:/), level: 2 }]);
  expect(Object.keys(state.location ?? {}).toSorted()).toEqual(['latitude', 'longitude']);
  expect(state.minimumSalary).toBe(0);
});
