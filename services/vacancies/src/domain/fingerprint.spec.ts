import { aVacancy } from '../testing/builders.js';
import { fingerprintOf, hashOf } from './fingerprint.js';
import type { Understood } from './vacancy.js';

const { posting, understood } = aVacancy();
const LEEDS = { label: 'Leeds', nationwide: false, latitude: 53.8, longitude: -1.55 };

function fingerprint(text: string, place: Understood['location'] = LEEDS, employer = 'acme'): string {
  return fingerprintOf(employer, { posting, text }, { ...understood, location: place });
}

it.each([
  'REGISTERED NURSE\n- Ward 5',
  'registered  nurse ward 5',
  'Registered Nurse (Ward 5)!',
  'Régistered nurse: ward 5',
])('%j says the same', (text) => {
  expect(fingerprint(text)).toBe(fingerprint('Registered Nurse\nWard 5'));
});

it('differs for other words, another place and another employer', () => {
  const all = [
    fingerprint('Nurse'),
    fingerprint('Nurses'),
    fingerprint('Nurse', { ...LEEDS, latitude: 53.9 }),
    fingerprint('Nurse', { label: 'Nationwide', nationwide: true }),
    fingerprint('Nurse', LEEDS, 'other'),
  ];
  expect(new Set(all).size).toBe(all.length);
});

it('does not confuse where one part ends and the next begins', () => {
  expect(hashOf(['a', 'bc'])).not.toBe(hashOf(['ab', 'c']));
});
