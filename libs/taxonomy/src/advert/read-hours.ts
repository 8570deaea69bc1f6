/** The two working patterns vacancies are filtered by. */
export type Hours = 'full-time' | 'part-time';

const fullTime =
  /\bfull[\s-]?time\b|\bfull (?:or|and|\/) ?part[\s-]?time\b|\bf\/t\b|\bwhole[\s-]?time\b|\b1\.0{1,2} ?wte\b/gi;
const partTime =
  /\bpart[\s-]?time\b|\bp\/t\b|\b0\.\d{1,2} ?wte\b|\bjob[\s-]?shar(?:e|ing)\b|\bunable\b[^.\n]{0,30}\bwork (?:on a )?(?:full|whole)[\s-]?time\b/gi;
const lookAround = 40;
/** "Two years of full-time experience", "a full-time salary of", "pro rata for part time": not the hours of the post. */
const otherBefore =
  /\b(?:(?:years?|months?)['\u2019]?(?: of)?|pro[\s-]?rata(?: for| if)?|prevent\w* you (?:from )?working|(?:programme|program|course) is|equivalent of) (?:satisfactory |paid |relevant )?$/i;
const otherAfter =
  /^,? ?(?:paid |satisfactory |professional |relevant |work |working |starting |annual )*(?:experience|salary|equivalent|employment experience)\b/i;
const weekly =
  /\b(\d{1,2}(?:\.\d{1,2})?)(?:\s?(?:-|to|\u2013)\s?(\d{1,2}(?:\.\d{1,2})?))?\s?(?:hours?|hrs?)\b(?:\s?(?:per|a|\/|each|every|p)\s?\/?(?:week|wk|w)\b|\s?weekly|\s?pw\b|\s?p\/w)?/gi;
/** "Hours: 37.5" as a line of facts has it. */
const labelled =
  /\b(?:working )?hours(?: of work)?\s?[:\u2013-]\s?(\d{1,2}(?:\.\d{1,2})?)(?![\d:.]|\s?[ap]m)/gi;
const fullFrom = 35;

const isOfPost = (text: string, { index, 0: { length } }: RegExpExecArray): boolean =>
  !otherBefore.test(text.slice(Math.max(0, index - lookAround), index)) &&
  !otherAfter.test(text.slice(index + length, index + length + lookAround));

const isSaid = (text: string, words: RegExp): boolean =>
  [...text.matchAll(words)].some((one) => isOfPost(text, one));

function statedWeeks(text: string): number[] {
  const hours: number[] = [];
  for (const match of text.matchAll(weekly)) {
    if (!/week|wk|pw|p\/w|weekly|\bw$/i.test(match[0])) continue;
    hours.push(Number(match[1]), Number(match[2] ?? match[1]));
  }
  for (const match of text.matchAll(labelled)) hours.push(Number(match[1]));
  return hours.filter((value) => value >= 2 && value <= 60);
}

/** The patterns a text states, [] when it states none; 35 hours a week and more are full time. */
export function readHours(text: string): Hours[] {
  const weeks = statedWeeks(text);
  const full = isSaid(text, fullTime) || weeks.some((hours) => hours >= fullFrom);
  const part = isSaid(text, partTime) || weeks.some((hours) => hours < fullFrom);
  return [...(full ? (['full-time'] as const) : []), ...(part ? (['part-time'] as const) : [])];
}
