import * as fc from 'fast-check';
import { type Step, inOrder, needed } from './plan.js';

const tiers = fc.record({
  cost: fc.nat({ max: 1000 }),
  worth: fc.double({ min: 0, max: 20, noNaN: true }),
  looseCost: fc.nat({ max: 1000 }),
  looseWorth: fc.double({ min: 0, max: 10, noNaN: true }),
});

const plans = fc.array(tiers, { maxLength: 12 }).map((items) =>
  items.flatMap(({ cost, worth, looseCost, looseWorth }): Step[] => {
    const first: Step = { topics: [], points: worth, cost, worth, after: undefined };
    return [first, { topics: [], points: looseWorth, cost: looseCost, worth: looseWorth, after: first }];
  }),
);

it('rules out everybody who is in none of the lists, and never reads a looser list in vain', () => {
  fc.assert(
    fc.property(plans, fc.double({ min: 1, max: 100, noNaN: true }), (steps, threshold) => {
      const most = steps.reduce((sum, { worth }) => sum + worth, 0);
      const taken = needed(inOrder(steps), most, threshold);
      const unseen = most - taken.reduce((sum, { worth }) => sum + worth, 0);
      expect(unseen).toBeLessThan(threshold);
      const forebears = taken.flatMap(({ after }) =>
        after === undefined || after.worth === 0 ? [] : [after],
      );
      expect(taken).toEqual(expect.arrayContaining(forebears));
    }),
  );
});

const topic = (key: number) => ({ key, nearness: 0 });

it('reads the rare and heavy before the common and light', () => {
  const rare: Step = { topics: [topic(1)], points: 20, cost: 10, worth: 20, after: undefined };
  const common: Step = { topics: [topic(2)], points: 5, cost: 1000, worth: 5, after: undefined };
  expect(needed(inOrder([common, rare]), 25, 10)).toEqual([rare]);
  expect(needed(inOrder([common, rare]), 25, 5)).toEqual([rare, common]);
});
