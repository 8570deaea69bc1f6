// Feeds escape HTML once, twice or not at all; entities are undone until nothing changes, a few times at most.

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  pound: '\u00a3',
  euro: '\u20ac',
  ndash: '\u2013',
  mdash: '\u2014',
  lsquo: '\u2018',
  rsquo: '\u2019',
  ldquo: '\u201c',
  rdquo: '\u201d',
  bull: '\u2022',
  middot: '\u00b7',
  hellip: '\u2026',
  eacute: '\u00e9',
  egrave: '\u00e8',
  agrave: '\u00e0',
  ecirc: '\u00ea',
  ccedil: '\u00e7',
  uuml: '\u00fc',
  ouml: '\u00f6',
  auml: '\u00e4',
  szlig: '\u00df',
  copy: '\u00a9',
  reg: '\u00ae',
  trade: '\u2122',
  deg: '\u00b0',
  frac12: '\u00bd',
  frac14: '\u00bc',
  times: '\u00d7',
  shy: '',
  acute: '\u00b4',
  sbquo: '\u201a',
  zwj: '',
  zwnj: '',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  iacute: '\u00ed',
  oacute: '\u00f3',
  aacute: '\u00e1',
  uacute: '\u00fa',
};
const entity = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}\d{0,2}));/gi;
const mostRounds = 4;

function character(code: number): string {
  const real = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return real ? String.fromCodePoint(code) : '';
}

function decodeOnce(text: string): string {
  return text.replaceAll(entity, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return character(Number(decimal));
    if (hex !== undefined) return character(Number.parseInt(hex, 16));
    return named[(name ?? '').toLowerCase()] ?? whole;
  });
}

/** Text with its HTML entities undone, however often they were escaped (up to four times). */
export function decodeEntities(text: string): string {
  let decoded = text;
  for (let round = 0; round < mostRounds; round += 1) {
    const next = decodeOnce(decoded);
    if (next === decoded) break;
    decoded = next;
  }
  return decoded;
}
