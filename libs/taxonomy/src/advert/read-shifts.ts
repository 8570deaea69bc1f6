/** When the work is done, where it is not simply the day. */
export type Shift =
  | 'nights'
  | 'weekends'
  | 'evenings'
  | 'earlies-and-lates'
  | 'rota'
  | 'on-call'
  | 'twelve-hour'
  | 'flexible'
  | 'annualised'
  | 'weekdays';

/** A pattern with the words that say it, at [start, end) of the text. */
export interface StatedShift {
  pattern: Shift;
  quote: string;
  start: number;
  end: number;
}

const patterns: readonly [Shift, RegExp][] = [
  [
    'nights',
    /\bnight[\s-]?(?:shifts?|duty|duties|work(?:ing)?)\b|\bnights\b|\bwaking nights?\b|\bsleep[\s-]?ins?\b/gi,
  ],
  [
    'weekends',
    /\bweekend (?:work(?:ing)?|shifts?|duty|duties|rota)\b|\bweekends\b|\b(?:alternate|every other|occasional|some) weekends?\b|\b7[\s-]day (?:service|rota|working)\b/gi,
  ],
  ['evenings', /\bevening (?:shifts?|work(?:ing)?|clinics?)\b|\bevenings\b|\btwilight shifts?\b/gi],
  [
    'earlies-and-lates',
    /\bearl(?:y|ies)[\s,/&-]{0,3}(?:and |or )?(?:\/\s?)?lates?\b|\blate shifts?\b|\bearly shifts?\b/gi,
  ],
  [
    'rota',
    /\b(?:rotating|rotational|rolling) (?:shifts?|rota|basis|roster)\b|\bshift (?:work|pattern|rota)\b|\b(?:on|work(?:ing)?|flexible|published|shift|weekly) (?:a |an |the )?(?:shift |duty )?rota\b|\b\d[\s-](?:on|week)[\s,-]{1,3}\d[\s-](?:off|week)\b|\b24\/7\b|\bshifts\b/gi,
  ],
  ['on-call', /\bon[\s-]call\b(?! (?:room|allowance))|\bstand[\s-]?by (?:rota|duty)\b/gi],
  [
    'twelve-hour',
    /\b(?:12|twelve|11\.5|12\.5|13)[\s-]?(?:hour|hr)s?(?:[\s-]long)? (?:shifts?|days?|nights?)\b|\blong days?\b/gi,
  ],
  ['flexible', /\bflexible (?:working|hours|shifts?|rota|pattern)\b|\bflexi[\s-]?time\b|\bhours to suit\b/gi],
  ['annualised', /\bannuali[sz]ed (?:hours|contract)\b/gi],
  [
    'weekdays',
    /\bmon(?:day)?\s?(?:-|\u2013|to|through)\s?fri(?:day)?\b|\bno (?:weekends?|nights?) (?:or|and) (?:weekends?|nights?|evenings?)\b/gi,
  ],
];

const refused =
  /\b(?:no|not|without|never|nor)\s+(?:\w+\s+){0,2}(?:or\s+|and\s+)?$|\bno\b[^.\n;]{0,24}(?:,|\bor|\band)\s*$/i;
const lookBack = 40;
/** What the service offers, and what others do, is no shift of the one who is sought. */
const ofOthers =
  /\b(?:service|unit|ward|hospital|line|support|care|team) (?:is|are|runs?|operates?|available|provid\w+|offer\w+)\b[^.\n]{0,24}$/i;

const ofPay = /\b(?:enhance\w*|payments?|rates?|paid|pay|bonus)\b[^.\n;]{0,30}$/i;
const free = /^[^.\n]{0,24}\b(?:free|off)\b/i;

const isStated = (text: string, { index, 0: { length } }: RegExpExecArray): boolean => {
  const before = text.slice(Math.max(0, index - lookBack), index);
  if (refused.test(before) || ofOthers.test(before) || ofPay.test(before)) return false;
  return !free.test(text.slice(index + length, index + length + lookBack));
};

/** The shift patterns an advert states, each once by its first mention, in the order of the text; "no nights" states none. */
export function readShifts(text: string): StatedShift[] {
  const stated = patterns.flatMap(([pattern, words]) => {
    const match = [...text.matchAll(words)].find((one) => isStated(text, one));
    if (match === undefined) return [];
    const [quote] = match;
    return [{ pattern, quote, start: match.index, end: match.index + quote.length }];
  });
  return stated.toSorted((a, b) => a.start - b.start);
}
