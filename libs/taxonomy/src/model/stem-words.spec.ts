import { stemOf } from './stem-words.js';

it.each([
  ['community', 'communication'],
  ['securities', 'security'],
  ['experience', 'experiments'],
  ['consultant', 'consultation'],
  ['motivated', 'motivate'],
  ['physical', 'physics'],
  ['initiative', 'initiate'],
  ['policing', 'policy'],
])('keeps %s apart from %s', (one, other) => expect(stemOf(one)).not.toBe(stemOf(other)));

it.each([
  ['community', 'communities'],
  ['manage', 'managing'],
  ['director', 'directors'],
  ['staff', 'staffing'],
  ['Emergency', 'emergencies'],
])('takes %s for %s', (one, other) => expect(stemOf(one)).toBe(stemOf(other)));
