// Amounts in a wording, with the unit named near them.
import type { PayUnit } from './pay.types.js';

/** One amount or range. `open` tells a bound that is not stated: "up to" has no minimum, "from" no maximum. */
export interface Amount {
  low: number;
  high: number;
  open?: 'low' | 'high';
  unit?: PayUnit;
  start: number;
  end: number;
}

const number = String.raw`\d{1,3}(?:[,. ]\d{3})+(?!\d)(?:\.\d{1,2})?|\d+(?:\.\d{1,2})?`;
const sign = String.raw`[\u00a3$\u20ac]|\b(?:GBP|USD|EUR)\s?`;
const range = new RegExp(
  String.raw`(${sign})?\s?(${number})\s?(k\b)?(?:\s?(?:p\.?a\.?|pa|p\.?h\.?|per annum|per hour|gross)?\s?(?:-|\u2013|\u2014|(?:up |rising )?to|and|&|\/)\s?(?:up to\s)?(?:${sign})?\s?(${number})\s?(k\b)?)?(\s?(?:million|billion|m\b|bn\b|%|days?\b|hours?\b|years?\b|months?\b|weeks?\b|hrs?\b|wte\b|x\b))?`,
  'gi',
);

const units: readonly [PayUnit, RegExp][] = [
  [
    'hour',
    /\b(?:per hour|an hour|hourly|p\.?\/?h\b|p\.h\.?|hour rate|ph\b|per hr|hr\b|hour\b)|\/\s?(?:hour|hr|h)\b/i,
  ],
  ['day', /\b(?:per day|a day|daily|day rate|p\.?d\.?\b|per session|per shift)|\/\s?day\b/i],
  ['week', /\b(?:per week|a week|weekly|p\.?w\.?\b|per wk)|\/\s?(?:week|wk)\b/i],
  ['month', /\b(?:per month|a month|monthly|p\.?c\.?m\.?\b|per calendar month)|\/\s?month\b/i],
  [
    'year',
    /\b(?:per annum|per year|a year|annum|annually|annual|yearly|p\.?\s?a\.?(?![a-z])|pa\b|p\/a|per anum|pro[ -]?rata|salary|ote\b|fte\b)|\/\s?(?:year|annum|yr)\b/i,
  ],
];

const toNumber = (digits: string, thousands: boolean): number =>
  Number(digits.replaceAll(/[, ]|\.(?=\d{3})/g, '')) * (thousands ? 1000 : 1);

/** The unit named first in the words right after an amount, else in those right before it. */
function unitNear(text: string, start: number, end: number): PayUnit | undefined {
  const after = text.slice(end, end + 45).split(/[\u00a3$\u20ac]|\n/)[0] ?? '';
  const before = text.slice(Math.max(0, start - 25), start);
  return firstUnit(after) ?? firstUnit(before);
}

function firstUnit(text: string): PayUnit | undefined {
  const found = units.map(([unit, words]) => ({ unit, at: text.search(words) })).filter(({ at }) => at >= 0);
  return found.toSorted((a, b) => a.at - b.at)[0]?.unit;
}

/** The unit a wording names anywhere; undefined when it names none. */
export const unitIn = (text: string): PayUnit | undefined => firstUnit(text);

function openEnd(text: string, start: number, end: number, single: boolean): 'low' | 'high' | undefined {
  if (!single) return undefined;
  const before = text.slice(Math.max(0, start - 22), start);
  if (/(?:up to|upto|max(?:imum)?(?: of)?|to)\s*:?\s*$/i.test(before)) return 'low';
  if (/(?:from|starting at|starting from|minimum(?: of)?|min|at least|circa|c\.|over)\s*:?\s*$/i.test(before))
    return 'high';
  return /^\s?(?:\+|plus\b(?! enhancements)|minimum|and above|or more|upwards)/i.test(
    text.slice(end, end + 14),
  )
    ? 'high'
    : undefined;
}

function amountOf(text: string, match: RegExpMatchArray): (Amount & { signed: boolean }) | undefined {
  const [whole, currency, first = '', firstK, second, secondK, other] = match;
  if (other !== undefined && currency === undefined) return undefined;
  if (other !== undefined && /^\s?(?:million|billion|m$|bn|%)/i.test(other)) return undefined;
  const start = match.index ?? 0;
  const end = start + whole.length - (other?.length ?? 0);
  // "£19 - 22,000" means thousands at both ends.
  const sharesThousands = secondK !== undefined || /^\d{2,3},000$/.test(second ?? '');
  const low = toNumber(first, firstK !== undefined || (sharesThousands && Number(first) < 1000));
  const high =
    second === undefined
      ? low
      : toNumber(second, secondK !== undefined || (firstK !== undefined && Number(second) < 1000));
  const open = openEnd(text, start, end, second === undefined);
  const unit = unitNear(text, start, end);
  return {
    low,
    high,
    start,
    end,
    signed: currency !== undefined,
    ...(open && { open }),
    ...(unit && { unit }),
  };
}

// "Band 7 - £38,890" is no range from 7.
const band =
  /\b(?:band|grade|level|step|point|scp|nj?c|a4c|afc)s?\s?\d{1,2}(?!\d|[.,]\d)\s?[a-d]?(?:\s?(?:[/&-]|to|or|and)\s?\d{1,2}(?!\d|[.,]\d)[a-d]?\b)*/gi;
const postcode = /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/g;
const bareNumber = /^[\d.,\s\u2013-]+$/;

const blank = (words: string): string => ' '.repeat(words.length);

/** An amount without a sign has to say otherwise that it is one: by size, by a unit, or by standing alone. */
const isPlain = (amount: Amount, text: string): boolean =>
  amount.low >= 1000 || (amount.unit !== undefined && amount.unit !== 'year') || bareNumber.test(text);

/** The amounts of a wording in order. Numbers without a currency sign count only when nothing has one. */
export function amountsIn(wording: string): Amount[] {
  const text = wording.replaceAll(band, blank).replaceAll(postcode, blank);
  const all = [...text.matchAll(range)]
    .map((match) => amountOf(text, match))
    .filter((one) => one !== undefined);
  const signed = all.filter((one) => one.signed);
  return signed.length > 0 ? signed : all.filter((one) => isPlain(one, text));
}
