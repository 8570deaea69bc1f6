/** The two working patterns vacancies are filtered by. */
export type Hours = 'full-time' | 'part-time';

const fullTime = /\bfull[\s-]?time\b|\bf\/t\b|\bwhole[\s-]?time\b|\b1\.0{1,2} ?wte\b/i;
const partTime = /\bpart[\s-]?time\b|\bp\/t\b|\b0\.\d{1,2} ?wte\b|\bjob[\s-]?share\b/i;
const weekly =
  /\b(\d{1,2}(?:\.\d{1,2})?)(?:\s?(?:-|to|\u2013)\s?(\d{1,2}(?:\.\d{1,2})?))?\s?(?:hours?|hrs?)\b(?:\s?(?:per|a|\/|each|every|p)\s?\/?(?:week|wk|w)\b|\s?weekly|\s?pw\b|\s?p\/w)?/gi;
const fullFrom = 35;

function statedWeeks(text: string): number[] {
  const hours: number[] = [];
  for (const match of text.matchAll(weekly)) {
    if (!/week|wk|pw|p\/w|weekly|\bw$/i.test(match[0])) continue;
    hours.push(Number(match[1]), Number(match[2] ?? match[1]));
  }
  return hours.filter((value) => value >= 2 && value <= 60);
}

/** The patterns a text states, [] when it states none; 35 hours a week and more are full time. */
export function readHours(text: string): Hours[] {
  const weeks = statedWeeks(text);
  const full = fullTime.test(text) || weeks.some((hours) => hours >= fullFrom);
  const part = partTime.test(text) || weeks.some((hours) => hours < fullFrom);
  return [...(full ? (['full-time'] as const) : []), ...(part ? (['part-time'] as const) : [])];
}
