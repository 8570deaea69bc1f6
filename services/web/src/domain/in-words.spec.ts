import { counted, currencySign, momentInWords, moneyInField, payInWords } from './in-words.js';

it.each([
  [{ min: 31_000, max: 36_000, unit: 'year', currency: 'GBP' }, '£31,000 to £36,000 a year'],
  [{ min: 13.5, unit: 'hour', currency: 'GBP' }, 'from £13.50 an hour'],
  [{ max: 150, unit: 'day', currency: 'GBP' }, 'up to £150 a day'],
  [{ min: 40_000, max: 40_000, unit: 'year', currency: 'EUR' }, '€40,000 a year'],
  [{ min: 12.6, max: 13, unit: 'hour', currency: 'GBP' }, '£12.60 to £13 an hour'],
  [{ min: 12.001, unit: 'hour', currency: 'GBP' }, 'from £12 an hour'],
] as const)('pay %j is %s', (salary, expected) => {
  expect(payInWords(salary)).toBe(expected);
});

it('says nothing of a pay not stated', () => {
  expect(payInWords(undefined)).toBeUndefined();
  expect(payInWords({ unit: 'year', currency: 'GBP' })).toBeUndefined();
});

it.each([
  [12.6, '12.60'],
  [13, '13'],
  [31_000, '31000'],
  [12.605, '12.605'],
  [undefined, ''],
])('%s stands in a field as %j', (amount, expected) => {
  expect(moneyInField(amount)).toBe(expected);
});

it.each([
  [undefined, '£'],
  ['GBP', '£'],
  ['EUR', '€'],
  ['CHF', 'CHF'],
])('a field of money in %s is marked %s', (currency, sign) => {
  expect(currencySign(currency)).toBe(sign);
});

it('counts in words, and tells London time', () => {
  expect(counted(1, 'match', 'matches')).toBe('1 match');
  expect(counted(1200, 'match', 'matches')).toBe('1,200 matches');
  expect(momentInWords('2026-07-01T09:05:00Z')).toBe('1 July at 10:05');
});
