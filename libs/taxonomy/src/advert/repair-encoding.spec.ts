import { repairEncoding } from './repair-encoding.js';

it.each([
  ['\u00e2\u20ac\u00a2 Lead a team', '\u2022 Lead a team'],
  ['\u00c2\u00a312 an hour', '\u00a312 an hour'],
  ['caf\u00c3\u00a9', 'caf\u00e9'],
  ['caf\u00e9 \u00a35 \u2022', 'caf\u00e9 \u00a35 \u2022'],
  ['\u015awi\u0119ty Miko\u0142aj, \u00e5\u00e4\u00f6', '\u015awi\u0119ty Miko\u0142aj, \u00e5\u00e4\u00f6'],
])('reads %j as %j', (damaged, whole) => {
  expect(repairEncoding(damaged)).toBe(whole);
});
