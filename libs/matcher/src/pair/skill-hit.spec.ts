import * as fc from 'fast-check';
import { better, holdsFirmly, skillHit } from './skill-hit.js';

const hits = fc
  .tuple(
    fc.constantFrom('a', 'b'),
    fc.constantFrom('same', 'narrower', 'broader', 'related'),
    fc.constantFrom(0.6, 0.9, 1),
  )
  .map(([via, nearness, level]) => skillHit(via, nearness, level));

it('prefers the same hit whichever comes first', () => {
  fc.assert(fc.property(hits, hits, (a, b) => expect(better(a, b)).toEqual(better(b, a))));
});

it('prefers the stronger, then the nearer, then the smaller id', () => {
  const expertInNarrower = skillHit('b', 'narrower', 1);
  expect(better(skillHit('a', 'same', 0.7), expertInNarrower)).toBe(expertInNarrower);
  const sameAtNine = skillHit('b', 'same', 0.9);
  expect(better(skillHit('a', 'narrower', 1), sameAtNine)).toBe(sameAtNine);
  expect(better(skillHit('b', 'related', 1), skillHit('a', 'related', 1)).via).toBe('a');
});

it('takes only the skill itself or a narrower one for a must-have', () => {
  const firm = (['same', 'narrower', 'broader', 'related'] as const).filter((near) =>
    holdsFirmly(skillHit('a', near, 1)),
  );
  expect(firm).toEqual(['same', 'narrower']);
  expect(holdsFirmly(undefined)).toBe(false);
});
