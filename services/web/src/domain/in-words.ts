import type { Salary } from '@jobwire/contracts';

const units = { hour: 'an hour', day: 'a day', week: 'a week', month: 'a month', year: 'a year' } as const;

/** "3 matches", "1 match". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** "£31,000 to £36,000 a year"; undefined when nothing is stated. */
export function payInWords(salary: Salary | undefined): string | undefined {
  if (salary === undefined) return undefined;
  const { min, max, unit, currency } = salary;
  const per = units[unit];
  if (min !== undefined && max !== undefined && min !== max)
    return `${money(min, currency)} to ${money(max, currency)} ${per}`;
  const amount = min ?? max;
  if (amount === undefined) return undefined;
  if (min === max) return `${money(amount, currency)} ${per}`;
  return `${min === undefined ? 'up to' : 'from'} ${money(amount, currency)} ${per}`;
}

function money(amount: number, currency: string): string {
  return inCurrency(currency).format(amount);
}

/** "£" for GBP: what stands before a field of money. */
export function currencySign(currency = 'GBP'): string {
  const parts = inCurrency(currency).formatToParts(0);
  return parts.find(({ type }) => type === 'currency')?.value ?? currency;
}

/** Two digits where there are pence, none where there are not. */
function inCurrency(currency: string): Intl.NumberFormat {
  return new Intl.NumberFormat('en-GB', {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  });
}

/** All the digits there are: a form that is only opened and saved changes no pay. */
const FIELD = new Intl.NumberFormat('en-GB', {
  useGrouping: false,
  minimumFractionDigits: 2,
  maximumFractionDigits: 20,
  trailingZeroDisplay: 'stripIfInteger',
});

/** Money in a field: "12.60", "13"; empty when nothing is stated. */
export function moneyInField(amount: number | undefined): string {
  return amount === undefined ? '' : FIELD.format(amount);
}

const DATE = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
});

/** "23 November at 06:57", London time. */
export function momentInWords(instant: string): string {
  return DATE.format(new Date(instant));
}

/** "fixed-term" as a label: "Fixed-term". */
export function asLabel(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
