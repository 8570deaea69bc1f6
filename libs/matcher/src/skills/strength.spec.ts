import { LEVEL, RELATION } from '../scoring/weights.js';
import { FIRM, NEARNESS, NEARNESS_OF, RANK, STRENGTH, WORTH } from './strength.js';

const LEVELS = [LEVEL.notStated, LEVEL[1], LEVEL[2], LEVEL[3], LEVEL[4]];
const everyPair = LEVELS.flatMap((level, code) =>
  NEARNESS.map((name, nearness) => ({ rank: RANK[(code << 2) | nearness], level, name, nearness })),
);

it('ranks by strength, then by nearness', () => {
  for (const a of everyPair) {
    for (const b of everyPair) {
      const byStrength = a.level * RELATION[a.name] - b.level * RELATION[b.name];
      const expected = byStrength === 0 ? b.nearness - a.nearness : byStrength;
      expect(Math.sign(a.rank - b.rank)).toBe(Math.sign(expected));
    }
  }
});

it.each(everyPair)('remembers what rank $rank stands for', ({ rank, level, name, nearness }) => {
  expect([STRENGTH[rank], NEARNESS_OF[rank], WORTH[rank]]).toEqual([
    level * RELATION[name],
    nearness,
    RELATION[name],
  ]);
});

it('takes only the skill itself or a narrower one for firm, at any level', () => {
  for (const { rank, nearness } of everyPair) expect(rank >= FIRM).toBe(nearness <= 1);
});
