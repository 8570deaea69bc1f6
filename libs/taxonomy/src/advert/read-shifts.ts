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
    /\bnight[\s-]?(?:shifts?|duty|duties|work(?:ing)?)\b|\bnights\b|\bdays and night\b|\bnight (?:nurse|carer|staff|porter|support worker|care assistant)s?\b|\bnight (?:and|or) weekend\b|\bovernight\b(?= ?\(?(?:on|shifts?|duty))|\bwaking nights?\b|\bsleep[\s-]?ins?\b/gi,
  ],
  [
    'weekends',
    /\bweekend (?:work(?:ing)?|shifts?|duty|duties|rota|availability|days?|cover|tours?|on[\s-]call|and\/or holiday work)\b|\bweekends\b|\b(?:alternate|every other|occasional|some) weekends?\b|\b(?:7|seven)[\s-]day (?:service|rota|working)\b|\b(?:over|across) (?:7|seven) days\b|\b(?:work|hours|rota|shifts?)\b[^.\n]{0,50}\b(?:7|seven) days (?:a|per) week\b|\bweekend and bank holiday\b|\bsaturdays? (?:and|or|&) sundays?\b|\bmon(?:day)?s?\s?(?:-|\u2013|to)\s?sun(?:day)?s?\b/gi,
  ],
  ['evenings', /\bevening (?:shifts?|work(?:ing)?|clinics?)\b|\bevenings\b|\btwilight shifts?\b/gi],
  [
    'earlies-and-lates',
    /\bearl(?:y|ies)[\s,/&-]{0,3}(?:and |or )?(?:\/\s?)?(?:lates\b|late\b(?! evening))|\blate shifts?\b|\bearly shifts?\b/gi,
  ],
  [
    'rota',
    /\b(?:rotating|rotational|rolling) (?:shifts?|rota|basis|roster)\b|\bshift (?:work(?:ing)?|patterns?|rota|system|basis)\b|\b(?:on|work(?:ing)?|flexible|published|shift|weekly) (?:a |an |the )?(?:shift |duty )?rota\b|\b(?:\d|two|three|four|six|eight)[\s-]week(?:ly)? rota\b|\bpart of the [\w ]{0,30}rota\b|\b\d[\s-](?:on|week)[\s,-]{1,3}\d[\s-](?:off|week)\b|\bshifts\b/gi,
  ],
  ['on-call', /\bon[\s-]call\b(?! (?:room|allowance))|\bstand[\s-]?by (?:rota|duty)\b/gi],
  [
    'twelve-hour',
    /\b(?:12|twelve|11\.5|12\.5|13)[\s-]?(?:hour|hr)s?(?:[\s-]long)? (?:shifts?|days?|nights?)\b|\bshifts? (?:are|is|of) (?:12|twelve|11\.5|12\.5) ?(?:hour|hr)s?\b|\blong days?\b/gi,
  ],
  [
    'flexible',
    /\bflexible (?:work(?:ing)?|hours|shifts?|rota|patterns?|schedule|basis)\b|\bflexi[\s-]?time\b|\bhours to suit\b/gi,
  ],
  ['annualised', /\bannuali[sz]ed (?:hours|contract)\b/gi],
  [
    'weekdays',
    /\bmon(?:day)?\s?(?:-|\u2013|to|through)\s?fri(?:day)?\b|\bbetween monday and friday\b|\bno (?:weekends?|nights?) (?:or|and) (?:weekends?|nights?|evenings?)\b/gi,
  ],
];

const refused =
  /\b(?:no|not|without|never|nor)\s+(?:\w+\s+){0,2}(?:or\s+|and\s+)?$|\bno\b[^.\n;]{0,24}(?:,|\bor|\band)\s*$/i;
const lookBack = 40;
/** What the service offers, and what others do, is no shift of the one who is sought. */
const ofOthers =
  /\b(?:service|unit|ward|hospital|line|support|care|team) (?:currently |now )?(?:is|are|runs?|operates?|available|provid\w+|offer\w+)\b[^.\n]{0,24}$/i;
/** Shifts one may take, not those one has to. */
const toChoose =
  /\b(?:available|priority|choice of|night|day|evening|occasional|extra|additional|overtime|bank|on[\s-]call|supernumerary|ad hoc|choose|pick|over|agency|spare|vacant|these|which|what|your) (?:the |up |more )?$/i;
const isShifts = /^shifts$/i;

const ofPay = /\b(?:enhance\w*|payments?|rates?|paid|pay|bonus)\b[^.\n;]{0,30}$/i;
const free = /^[^.\n]{0,24}\b(?:free|off)\b/i;
const priced = /^[^\n\u00a3\d]{0,16}\u00a3/;

const isStated = (text: string, { index, 0: quote }: RegExpExecArray): boolean => {
  const before = text.slice(Math.max(0, index - lookBack), index);
  if (refused.test(before) || ofOthers.test(before) || ofPay.test(before)) return false;
  if (isShifts.test(quote) && toChoose.test(before)) return false;
  const after = text.slice(index + quote.length, index + quote.length + lookBack);
  return !free.test(after) && !priced.test(after);
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
