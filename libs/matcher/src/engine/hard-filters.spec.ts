import type { ProfileState, VacancyState } from '@jobwire/contracts';
import { createMatchEngine } from './create-match-engine.js';
import { drain } from '../match-engine.js';
import { LEEDS, aProfile, aTaxonomy, aVacancy, asks, has } from '../testing/builders.js';

const FAR = { label: 'Truro', nationwide: false, latitude: 50.26, longitude: -5.05 };
const NOWHERE = { label: '', nationwide: false };
const taxonomy = aTaxonomy({
  relations: {
    special: [{ id: 'a', relation: 'broader' }],
    wide: [{ id: 'a', relation: 'narrower' }],
    like: [{ id: 'a', relation: 'related' }],
  },
});
const { location: _, ...placeless }: ProfileState = aProfile({ remote: true });

/** `placeless` is the one change that takes something away from the usual profile. */
function isMatch(vacancy: Partial<VacancyState>, changes: Partial<ProfileState>): boolean {
  const engine = createMatchEngine(taxonomy);
  engine.putVacancy(aVacancy(vacancy));
  engine.putProfile(changes === placeless ? placeless : aProfile(changes), 0);
  return drain(engine.matchesOfProfile('profile-1')).length === 1;
}

it.each<[string, Partial<VacancyState>, Partial<ProfileState>, boolean]>([
  ['a place outside the radius', { location: FAR }, {}, false],
  ['a hybrid job outside the radius', { location: FAR, remote: 'hybrid' }, { remote: true }, false],
  ['a remote job for who wants one', { location: FAR, remote: 'full' }, { remote: true }, true],
  ['a remote job for who wants none', { location: FAR, remote: 'full' }, {}, false],
  ['a remote job next door for who wants none', { remote: 'full' }, {}, true],
  ['a nationwide job', { location: { ...NOWHERE, nationwide: true } }, {}, true],
  ['a job whose place is unknown', { location: NOWHERE }, {}, false],
  ['a person without a place and a local job', {}, placeless, false],
  ['a person without a place and a remote job', { remote: 'full' }, placeless, true],
  [
    'a person without a place and a nationwide job',
    { location: { ...NOWHERE, nationwide: true } },
    placeless,
    true,
  ],
  ['pay below the minimum', { yearlySalary: { max: 24_999 } }, { minimumSalary: 25_000 }, false],
  [
    'pay that starts below and ends at the minimum',
    { yearlySalary: { min: 20_000, max: 25_000 } },
    { minimumSalary: 25_000 },
    true,
  ],
  [
    'pay of which only the start is known',
    { yearlySalary: { min: 24_000 } },
    { minimumSalary: 25_000 },
    false,
  ],
  ['pay that is not stated', {}, { minimumSalary: 25_000 }, true],
  ['another contract', { contract: 'temporary' }, { contracts: ['permanent'] }, false],
  ['a contract that is not stated', {}, { contracts: ['permanent'] }, true],
  ['any contract for who takes any', { contract: 'temporary' }, {}, true],
  ['other hours', { hours: 'full-time' }, { hours: ['part-time'] }, false],
  ['hours offered both ways', { hours: 'either' }, { hours: ['part-time'] }, true],
  ['a must-have that is held', { mustHave: ['a'] }, {}, true],
  ['a must-have that is missing', { mustHave: ['a'] }, { skills: has('b', 'c') }, false],
  ['a must-have held as something narrower', { mustHave: ['a'] }, { skills: has('special', 'b', 'c') }, true],
  ['a must-have held as something broader', { mustHave: ['a'] }, { skills: has('wide', 'b', 'c') }, false],
  ['a must-have held as something related', { mustHave: ['a'] }, { skills: has('like', 'b', 'c') }, false],
  ['a must-have that the required list forgot', { mustHave: ['x'], skills: asks(['a', 'b']) }, {}, false],
  ['a closed vacancy', { status: 'closed' }, {}, false],
])('%s', (_name, vacancy, profile, expected) => {
  expect(isMatch(vacancy, profile)).toBe(expected);
});

function milesNorth(miles: number) {
  return { ...LEEDS, latitude: LEEDS.latitude + (miles * 1.609344) / 111.195 };
}

it('measures the radius in miles', () => {
  expect(isMatch({}, { location: milesNorth(9.99), radiusMiles: 10 })).toBe(true);
  expect(isMatch({}, { location: milesNorth(10.01), radiusMiles: 10 })).toBe(false);
});
