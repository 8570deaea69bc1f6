import * as fc from 'fast-check';
import { Gate } from './gate.js';

const LOW = { shift: 3, bits: 3 };
const WIDE = { shift: 7, bits: 5 };
const HIGH = { shift: 28, bits: 2 };
const GUARDS = (1 << 6) | (1 << 12) | (1 << 30);

function fieldOf(hint: number, { shift, bits }: typeof LOW): number {
  return (hint >>> shift) & ((1 << bits) - 1);
}

it('lets through what passes each filter, whatever stands in the other bits', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.option(fc.integer({ min: 0, max: 7 })),
      fc.option(fc.integer({ min: 1, max: 31 })),
      fc.option(fc.integer({ min: 1, max: 3 })),
      (hint, least, some, others) => {
        const gate = new Gate();
        gate.open();
        if (least !== null) gate.atLeast(LOW, least);
        if (some !== null) gate.oneOf(WIDE, some);
        if (others !== null) gate.oneOf(HIGH, others);
        const passes =
          (least === null || fieldOf(hint, LOW) >= least) &&
          (some === null || (fieldOf(hint, WIDE) & some) !== 0) &&
          (others === null || (fieldOf(hint, HIGH) & others) !== 0);
        expect(((gate.sum - (hint & gate.mask)) & GUARDS) === 0).toBe(passes);
      },
    ),
    { numRuns: 2000 },
  );
});
