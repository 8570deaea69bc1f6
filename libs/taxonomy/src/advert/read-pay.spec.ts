import * as fc from 'fast-check';
import { readPay } from './read-pay.js';
import { yearlyPay } from './yearly-pay.js';

const read = (text: string) => {
  const pay = readPay({ text, unit: 'YEAR' });
  return pay && [pay.min, pay.max, pay.unit];
};

it.each(['£10k/session - negotiable', 'Between £7,959.64 and £8,531.12 p/session p/year'])(
  'tells no pay of a post from that of a session: %s',
  (text) => {
    expect(readPay({ text })).toBeUndefined();
  },
);

describe('reading pay', () => {
  it.each([
    ['£24,907 - £30,615 per annum pro rata', [24907, 30615, 'year']],
    ['£8.82 + enhancements', [8.82, undefined, 'hour']],
    ['£8.89-£9.21/hr depending on experience', [8.89, 9.21, 'hour']],
    ['£9.21 per hour (£17,652 per annum)', [9.21, 9.21, 'hour']],
    ['up to £30k', [undefined, 30000, 'year']],
    ['£60-£70k', [60000, 70000, 'year']],
    ['30-40k', [30000, 40000, 'year']],
    ['£18,500 - 19,500 p.a', [18500, 19500, 'year']],
    ['£250 a day', [250, 250, 'day']],
    ['£450 per week', [450, 450, 'week']],
    ['£2,100 pcm', [2100, 2100, 'month']],
    ['Band 7 - £38,890 - £44,503', [38890, 44503, 'year']],
    ['Band 5 £24,907 - £30,615 / Band 6 £31,365 - £37,890', [24907, 37890, 'year']],
    ['£24,907 - £30,615 plus 20% HCAS (min £4,313, max £5,436)', [24907, 30615, 'year']],
    ['£1,000 welcome bonus, £24,000 per annum', [24000, 24000, 'year']],
    ['£30,615 to £24,907', [24907, 30615, 'year']],
    ['£82.096 - £110,683 per annum', [82096, 110683, 'year']],
    ['£43,712 up to 49,325 pa', [43712, 49325, 'year']],
    ['From £25,000', [25000, undefined, 'year']],
    ['9.50', [9.5, 9.5, 'hour']],
  ])('reads "%s"', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    'negotiable',
    'Band 5',
    'Band 5/6 equivalent',
    'Competitive',
    '',
    '£0.00',
    '10 PA Locum Consultant',
    'NP22 5PW',
    '£2 million budget',
  ])('does not know the pay of "%s"', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('believes the fields of a feed only when they can be true', () => {
    expect(readPay({ min: 21892, max: 24157, currency: 'GBP', unit: 'YEAR' })).toMatchObject({
      min: 21892,
      max: 24157,
      unit: 'year',
    });
    expect(readPay({ text: 'negotiable', min: 30000, unit: 'year' })).toMatchObject({
      min: 30000,
      unit: 'year',
    });
    expect(readPay({ min: 8.82, max: 8.82, unit: 'YEAR' })).toBeUndefined();
    expect(readPay({ text: 'Band 5/6', min: 10086, max: 10086, unit: 'YEAR' })).toBeUndefined();
    expect(readPay({ min: 30000 })).toBeUndefined();
  });

  it('puts the wording before the fields', () => {
    expect(readPay({ text: '£8.82 + enhancements', min: 17000, max: 17000, unit: 'YEAR' })?.unit).toBe(
      'hour',
    );
  });

  it('says what it read, in which currency', () => {
    expect(readPay({ text: '£9.50 ph' })).toMatchObject({ currency: 'GBP', evidence: '£9.50 ph' });
    expect(readPay({ text: '$60 per hour', currency: 'usd' })?.currency).toBe('USD');
  });

  it('never gives a minimum above its maximum, whatever the wording', () => {
    const piece = fc.constantFrom(
      '£',
      '24,907',
      '8.82',
      ' - ',
      ' to ',
      'k',
      ' per annum',
      ' per hour',
      'up to ',
      'Band 5 ',
      '30',
      ' + ',
      '£12,000',
      '%',
      ' / ',
      '0',
      '.',
      ',',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (parts) => {
        const pay = readPay({ text: parts.join(''), unit: 'year' });
        const { min, max } = pay ?? { min: 1, max: 1 };
        expect(min !== undefined || max !== undefined).toBe(true);
        expect((min ?? 0) <= (max ?? Number.MAX_VALUE)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a year of pay', () => {
  it.each([
    [
      { min: 10, max: 12.5, unit: 'hour' as const },
      { min: 19500, max: 24375 },
    ],
    [{ min: 100, unit: 'day' as const }, { min: 26000 }],
    [{ max: 500, unit: 'week' as const }, { max: 26000 }],
    [
      { min: 2000, max: 2000, unit: 'month' as const },
      { min: 24000, max: 24000 },
    ],
    [{ min: 24907.4, unit: 'year' as const }, { min: 24907 }],
  ])('of %j is %j', (pay, expected) => {
    expect(yearlyPay(pay)).toEqual(expected);
  });
});
