import { ProfileInput, type Profile } from '@jobwire/contracts';
import { profileFromForm, valuesOfProfile, withSkill, withoutSkill } from './profile-form.js';

const aat = {
  id: 'skill:aat-qualification',
  label: 'AAT qualification',
  kind: 'professional' as const,
  level: null,
  subjects: [],
};
const profile: Profile = {
  id: 'p1',
  revision: 3,
  skills: [
    { id: 'skill:nursing-care', label: 'Nursing care', known: true, level: 3 },
    { id: 'text:kite-flying', label: 'kite flying', known: false },
  ],
  occupations: [{ id: 'occupation:registered-nurse', label: 'Registered nurse' }],
  qualifications: [
    { qualification: 'BSc Psychology', read: [] },
    { qualification: 'AAT', read: [{ ...aat, inProgress: true }] },
  ],
  location: { label: 'Leeds', latitude: 53.8, longitude: -1.55, town: 'Leeds' },
  radiusMiles: 25,
  remote: false,
  contracts: [],
  hours: ['part-time'],
  minimumSalary: 24_000.5,
  visible: true,
  hideFrom: ['acme'],
  alertThreshold: 45,
  createdAt: '2026-01-05T09:00:00Z',
  updatedAt: '2026-01-05T09:00:00Z',
};

it('keeps everything else when a skill is added', () => {
  const body = ProfileInput.parse(withSkill(profile, { skill: 'First aid', level: 2 }));
  expect(body).toMatchObject({
    occupations: ['occupation:registered-nurse'],
    location: { town: 'Leeds' },
    radiusMiles: 25,
    hours: ['part-time'],
    hideFrom: ['acme'],
    alertThreshold: 45,
    qualifications: [
      { qualification: 'BSc Psychology', inProgress: false },
      { qualification: 'AAT', inProgress: true },
    ],
  });
  expect(body.skills.at(-1)).toEqual({ skill: 'First aid', level: 2 });
});

it('sends a skill in no taxonomy as it was written', () => {
  expect(withSkill(profile, { skill: 'First aid' })['skills']).toEqual([
    { skill: 'skill:nursing-care', level: 3 },
    { skill: 'kite flying' },
    { skill: 'First aid' },
  ]);
});

it('says the level of a skill anew instead of naming it twice', () => {
  expect(withSkill(profile, { skill: 'nursing care', level: 4 })['skills']).toEqual([
    { skill: 'kite flying' },
    { skill: 'nursing care', level: 4 },
  ]);
});

it('removes a skill', () => {
  expect(withoutSkill(profile, 'skill:nursing-care')['skills']).toEqual([{ skill: 'kite flying' }]);
});

it('a form that changes nothing writes the same profile', () => {
  const values = valuesOfProfile(profile);
  expect(values.minimumSalary).toBe('24000.50');
  const form = { ...values, remote: undefined, visible: 'yes', contracts: [], hours: ['part-time'] };
  expect(ProfileInput.parse(profileFromForm(form, profile))).toMatchObject({
    radiusMiles: 25,
    alertThreshold: 45,
    minimumSalary: 24_000.5,
    remote: false,
    visible: true,
    hours: ['part-time'],
    hideFrom: ['acme'],
    location: { town: 'Leeds' },
  });
});

it('takes a qualification from each line, and keeps what else was said of one', () => {
  const { qualifications } = ProfileInput.parse(
    profileFromForm({ qualifications: 'AAT\r\n\r\ndegree in law ' }, profile),
  );
  expect(qualifications).toEqual([
    { qualification: 'AAT', inProgress: true },
    { qualification: 'degree in law' },
  ]);
});

it('leaves what is no number to the API, which names the field', () => {
  expect(profileFromForm({ radiusMiles: 'far' }, undefined)).toMatchObject({ radiusMiles: 'far' });
  expect(profileFromForm({ minimumSalary: '£32,000' }, undefined)).toMatchObject({ minimumSalary: 32_000 });
});

it('takes a postcode for a postcode and a town for a town', () => {
  expect(profileFromForm({ place: 'LS1 4AP' }, undefined)).toMatchObject({
    location: { postcode: 'LS1 4AP' },
  });
  expect(profileFromForm({ place: 'Leeds' }, undefined)).toMatchObject({ location: { town: 'Leeds' } });
});
