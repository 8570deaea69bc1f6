// Reads until when people can apply. A date that does not fit the day the advert was posted is none.

/** A day with the words that say it, at [start, end) of the text. */
export interface ClosingDate {
  /** ISO 8601, without a time. */
  date: string;
  quote: string;
  start: number;
  end: number;
}

const cue =
  /\b(?:clos(?:ing|ure) date(?: for (?:applications?|this (?:post|vacancy|role)))?|closing|closes?(?: date)?|clos(?:es|ing) (?:on|at)|applications? (?:close|must be (?:received|submitted|in) by|(?:should be|to be) (?:received|submitted) by|are invited (?:by|until)|by)|deadline(?: for applications?)?|apply (?:by|before|no later than)|submitted by|open until|advert (?:ends|expires))\b/gi;
/** Between the words and the date: "is", a time of day, the name of the day. */
const between = 45;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const month = String.raw`(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?`;
const weekday = String.raw`(?:(sun|mon|tue|wed|thu|fri|sat)[a-z]*,?\s+(?:the\s+)?)?`;
const shapes: readonly { pattern: RegExp; parts: (match: RegExpExecArray) => Parts }[] = [
  {
    pattern: /\b(\d{4})-(\d{2})-(\d{2})\b/,
    parts: ([, year, number, day]) => ({ day: Number(day), month: Number(number) - 1, year: Number(year) }),
  },
  {
    pattern: new RegExp(String.raw`${weekday}\b(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})\b`, 'i'),
    parts: ([, name, day, number, year]) => ({
      day: Number(day),
      month: Number(number) - 1,
      year: fullYear(year),
      name,
    }),
  },
  {
    pattern: new RegExp(
      String.raw`${weekday}\b(\d{1,2})\s?(?:st|nd|rd|th)?\s+(?:of\s+)?${month}(?:,?\s+(\d{4}|\d{2})\b(?![:.]\d))?`,
      'i',
    ),
    parts: ([, name, day, word = '', year]) => ({
      day: Number(day),
      month: months.indexOf(word.toLowerCase()),
      year: fullYear(year),
      name,
    }),
  },
  {
    pattern: new RegExp(
      String.raw`${weekday}\b${month}\s+(\d{1,2})(?:st|nd|rd|th)?\b(?:,?\s+(\d{4})\b)?`,
      'i',
    ),
    parts: ([, name, word = '', day, year]) => ({
      day: Number(day),
      month: months.indexOf(word.toLowerCase()),
      year: fullYear(year),
      name,
    }),
  },
];

interface Parts {
  day: number;
  /** 0 to 11. */
  month: number;
  year: number | undefined;
  /** The day of the week that is named. */
  name?: string | undefined;
}

const dayMs = 24 * 3_600_000;
/** No advert runs longer; a date further off is a slip. */
const longestDays = 190;

function fullYear(digits: string | undefined): number | undefined {
  if (digits === undefined) return undefined;
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
}

/** The day as a time in UTC; undefined for the 31st of June, and for a Friday that is a Monday. */
function timeOf({ day, month: number, name }: Parts, year: number): number | undefined {
  const date = new Date(Date.UTC(year, number, day));
  const isThere = date.getUTCMonth() === number && date.getUTCDate() === day;
  const isNamed = name === undefined || days[date.getUTCDay()] === name.toLowerCase();
  return isThere && isNamed ? date.getTime() : undefined;
}

/** The day in the year that is named, else in the first year that puts it after the posting. */
function dateOf(parts: Parts, postedOn: Date): string | undefined {
  const first = Math.floor(postedOn.getTime() / dayMs) * dayMs;
  const year = postedOn.getUTCFullYear();
  const times = (parts.year === undefined ? [year, year + 1] : [parts.year]).map((one) => timeOf(parts, one));
  const fit = times.find(
    (time) => time !== undefined && time >= first && time <= first + longestDays * dayMs,
  );
  return fit === undefined ? undefined : new Date(fit).toISOString().slice(0, 10);
}

/** The closing date an advert states in words, seen from the day it was posted; undefined when it states none that fits. */
export function readClosingDate(text: string, postedOn: Date): ClosingDate | undefined {
  for (const match of text.matchAll(cue)) {
    const from = match.index + match[0].length;
    const line = text.slice(from, from + between + 30).split('\n')[0] ?? '';
    const found = shapes
      .map(({ pattern, parts }) => ({ hit: pattern.exec(line), parts }))
      .filter(({ hit }) => hit !== null && hit.index <= between)
      .toSorted((a, b) => (a.hit?.index ?? 0) - (b.hit?.index ?? 0))[0];
    const date = found?.hit ? dateOf(found.parts(found.hit), postedOn) : undefined;
    if (date === undefined || !found?.hit) continue;
    const end = from + found.hit.index + found.hit[0].length;
    return { date, quote: text.slice(match.index, end), start: match.index, end };
  }
  return undefined;
}
