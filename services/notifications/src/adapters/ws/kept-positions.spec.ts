import { UnavailableError, ManualClock, partitionOf } from '@jobwire/kernel';
import { KeptPositions } from './kept-positions.js';

const clock = new ManualClock();
let low = 0;
let looks = 0;
let away = false;
const watermarks = async () => {
  looks++;
  if (away) throw new UnavailableError('away');
  return [0, 1, 2].map((partition) => ({
    partition,
    low: partition === partitionOf('owner', 3) ? low : 0,
    high: 100,
  }));
};
let kept: KeptPositions;
beforeEach(() => {
  [low, looks, away] = [0, 0, false];
  kept = new KeptPositions({ watermarks }, 3, clock);
});

it('knows what comes next after a position for as long as the log has it', async () => {
  low = 10;
  expect(await kept.isKept('owner', 9)).toBe(true);
  expect(await kept.isKept('owner', 8)).toBe(false);
});

it('looks once for all who come back together, and again later', async () => {
  await Promise.all([kept.isKept('owner', 1), kept.isKept('owner', 2)]);
  expect(looks).toBe(1);
  low = 50;
  clock.advance(60_000);
  expect(await kept.isKept('owner', 1)).toBe(false);
});

it('asks again after a log that was away', async () => {
  away = true;
  await expect(kept.isKept('owner', 1)).rejects.toThrow(UnavailableError);
  away = false;
  expect(await kept.isKept('owner', 1)).toBe(true);
});
