// The lines of a CV with the section they stand in and the cells and items they are made of. Offsets are those of the text.

export type Section = 'skills' | 'jobs' | 'education' | 'interests' | 'references' | 'other';

interface Item {
  text: string;
  start: number;
  end: number;
}

export interface CvLine {
  section: Section;
  start: number;
  end: number;
  items: Item[];
}

const headings: readonly [Section, RegExp][] = [
  [
    'skills',
    /^(?:(?:key|core|technical|professional|it|computer|soft|transferable|personal|other|main) )*(?:skills|competenc(?:ies|es)|expertise|languages|licen[cs]es|tools|technologies|certificat(?:es|ions)|training)(?: (?:and|&) \w+)*$/,
  ],
  [
    'jobs',
    /^(?:(?:work|professional|relevant|career|employment|previous|recent) )*(?:experience|history|employment|career|jobs|positions(?: held)?)(?: (?:and|&) \w+)*$/,
  ],
  ['education', /^(?:education|qualifications|academic \w+|education (?:and|&) \w+)$/],
  [
    'interests',
    /^(?:(?:personal )?interests|hobbies|hobbies (?:and|&) interests|interests (?:and|&) hobbies|other interests)$/,
  ],
  ['references', /^(?:references?|referees)$/],
  [
    'other',
    /^(?:(?:personal|professional|career) )?(?:profile|summary|statement|objective|details|contact|contact details|about me|achievements|publications)$/,
  ],
];
const longestHeading = 40;
/** Signs of tables and lists; each becomes one sign of the same length, so that places stay. */
const cellSign = /[|\t\u2502\u2503\u00a6\u2022\u25cf\u25aa\u00b7]/g;
const ruleLine = /^[\s|+=_\u2500-\u257f-]{3,}$/;
const column = / {3,}/g;
/** Between items of a list and the parts of "Chef, The Oak, Leeds (2019 - 2021)". */
const itemSign = /[,;\n]| [-\u2013\u2014] | at (?=\p{Lu})|\s\(|\)|\s(?=(?:19|20)\d\d\b)/u;
const dates =
  /^(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s)?(?:19|20)?\d\d?(?:\s?[-\u2013/]\s?(?:present|now|(?:19|20)?\d\d))?:?\s*/i;

/** Cells and columns become lines: a line is what may hold one sentence or one list. */
const withoutTables = (text: string): string =>
  text
    .replaceAll('\r', ' ')
    .replaceAll(cellSign, '\n')
    .replaceAll(column, (gap) => `${' '.repeat(gap.length - 1)}\n`);

function sectionOf(line: string): { section: Section; rest: string } | undefined {
  const [head = '', ...rest] = line.split(':');
  const name = head
    .replaceAll(/[*#_=]/g, '')
    .trim()
    .toLowerCase();
  if (name === '' || name.length > longestHeading) return undefined;
  const found = headings.find(([, shape]) => shape.test(name));
  return found && { section: found[0], rest: rest.join(':') };
}

function itemsOf(line: string, start: number): Item[] {
  const items: Item[] = [];
  let at = 0;
  for (const part of line.split(new RegExp(`(${itemSign.source})`, 'u'))) {
    const trimmed = part.replace(/^[\s*-]+/, '');
    const text = trimmed.replace(dates, '');
    const from = start + at + part.length - text.length;
    if (/\p{L}{2}/u.test(text))
      items.push({ text: text.trim(), start: from, end: from + text.trimEnd().length });
    at += part.length;
  }
  return items;
}

/** The text with its tables as lines, sign for sign, and those lines. */
export function cvLines(text: string): { plain: string; lines: CvLine[] } {
  const plain = withoutTables(text);
  const lines: CvLine[] = [];
  let section: Section = 'other';
  let start = 0;
  for (const line of plain.split('\n')) {
    const end = start + line.length;
    if (!ruleLine.test(line) && line.trim() !== '') {
      const heading = sectionOf(line);
      section = heading?.section ?? section;
      const body = heading === undefined ? line : heading.rest;
      lines.push({ section, start, end, items: itemsOf(body, end - body.length) });
    }
    start = end + 1;
  }
  return { plain, lines };
}

/** The section at a place in the text. */
export function sectionAt(lines: readonly CvLine[], place: number): Section {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle] as CvLine).end <= place) low = middle + 1;
    else high = middle;
  }
  return lines[low]?.section ?? 'other';
}
