import { amountsIn, unitIn, type Amount } from './pay-amounts.js';
import type { Pay, PayInput, PayUnit } from './pay.types.js';

/** What is believable in pounds; outside it a number is a mistake or not pay. */
const believable: Readonly<Record<PayUnit, readonly [number, number]>> = {
  hour: [3.5, 400],
  day: [30, 3000],
  week: [80, 8000],
  month: [300, 35_000],
  year: [3000, 500_000],
};
const longestText = 600;
const extras =
  /^[^\u00a3$\u20ac]{0,24}\b(?:bonus|premium|golden hello|relocation|allowance|supplement|voucher|budget|turnover|referral|welcome)\b/i;
const extrasBefore =
  /\b(?:bonus|premium|golden hello|relocation|allowance|supplement|hcas|weighting|voucher|budget|referral|welcome|min|max|enhancements?)\b[^\u00a3$\u20ac.,;]{0,30}$/i;

const isBelievable = (value: number, unit: PayUnit): boolean =>
  value >= believable[unit][0] && value <= believable[unit][1];

function unitOfSize(value: number): PayUnit | undefined {
  if (value < 150) return 'hour';
  return value >= 8000 ? 'year' : undefined;
}

const knownUnit = (unit: string | undefined): PayUnit | undefined => {
  const name = (unit ?? '').trim().toLowerCase();
  return name === 'annual' || name === 'annum'
    ? 'year'
    : (Object.keys(believable) as PayUnit[]).find((one) => one === name);
};

const currencyOf = (text: string, given: string | undefined): string => {
  if (text.includes('\u00a3')) return 'GBP';
  if (text.includes('\u20ac')) return 'EUR';
  return given?.trim().toUpperCase() || (text.includes('$') ? 'USD' : 'GBP');
};

/** Named beside the amount, else by its size, else anywhere in the wording, else by the feed; the first that is believable. */
function unitOf(amount: Amount, text: string, given: string | undefined): PayUnit | undefined {
  const candidates = [amount.unit, unitOfSize(amount.high), unitIn(text), knownUnit(given)];
  return candidates.find((unit) => unit !== undefined && isBelievable(amount.high, unit));
}

const isExtra = (text: string, { start, end }: Amount): boolean =>
  extras.test(text.slice(end, end + 60)) &&
  !/^\s*(?:per|p\.?a|pa\b|-|plus|\+)/i.test(text.slice(end, end + 6))
    ? true
    : start > 0 &&
      extrasBefore.test(text.slice(0, start)) &&
      !/salary/i.test(text.slice(Math.max(0, start - 25), start));

/** Doctors' "£8,000 per session" is a year of one half-day a week: nobody can tell the pay of the post from it. */
const isPerSession = (text: string, { end, high }: Amount): boolean =>
  high >= 3000 && /^\s*(?:per |p\/?\s?|\/|a )session/i.test(text.slice(end, end + 14));

/** A range wider than this has a digit too many ("£23,000 - £230,000"). */
const widestRange = 6;

function bounds(main: Amount, others: readonly Amount[]): { min?: number; max?: number } {
  const low = Math.min(main.low, main.high);
  const high = Math.max(main.low, main.high, ...others.flatMap((one) => [one.low, one.high]));
  if (main.open === 'low') return { max: high };
  if (high > low * widestRange) return { min: low };
  if (main.open === 'high' && high === main.high) return { min: low };
  return { min: Math.min(low, ...others.map((one) => Math.min(one.low, one.high))), max: high };
}

/** Several ranges ("Band 5 … Band 6 …") are one span; a much smaller amount beside the first is an allowance. */
const belongs = (main: Amount, other: Amount, unit: PayUnit): boolean =>
  other !== main &&
  (other.unit ?? unit) === unit &&
  isBelievable(other.low, unit) &&
  isBelievable(other.high, unit) &&
  other.low >= main.low * 0.6 &&
  other.high <= main.high * 2.5;

function fromText(input: PayInput): Pay | undefined {
  const text = (input.text ?? '').slice(0, longestText);
  const amounts = amountsIn(text).filter((one) => !isExtra(text, one) && !isPerSession(text, one));
  for (const main of amounts) {
    const unit = unitOf(main, text, input.unit);
    if (!unit || !isBelievable(Math.min(main.low, main.high), unit)) continue;
    const others = amounts.filter((one) => belongs(main, one, unit));
    return {
      ...bounds(main, others),
      currency: currencyOf(text, input.currency),
      unit,
      evidence: text.trim().slice(0, 200),
    };
  }
  return undefined;
}

/** A feed that fills its fields from "Band 5/6" gives a year of 10,086 pounds; beside words without an amount they need to be a living. */
const leastBesideWords = 12_000;

function fromFields(input: PayInput): Pay | undefined {
  const unit = knownUnit(input.unit);
  const values = [input.min, input.max].filter((value) => value !== undefined).filter((value) => value > 0);
  const least = unit === 'year' && (input.text ?? '').trim() !== '' ? leastBesideWords : 0;
  if (!unit || values.length === 0 || !values.every((value) => value >= least && isBelievable(value, unit)))
    return undefined;
  const pay = {
    currency: currencyOf('', input.currency),
    unit,
    evidence: `${values.join(' - ')} per ${unit}`,
  };
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (values.length === 2) return { min: low, max: high, ...pay };
  return (input.min ?? 0) > 0 ? { min: low, ...pay } : { max: high, ...pay };
}

/**
 * Reads pay from its wording, and from the feed's fields only when the wording has no number: feeds say "year" for
 * "£8.82 + enhancements". Undefined when nothing believable is stated ("negotiable", "Band 5", a yearly £12): unknown
 * pay is never zero.
 */
export function readPay(input: PayInput): Pay | undefined {
  return fromText(input) ?? fromFields(input);
}
