import { createRequire } from 'node:module';
import { parsePhoneNumberFromString, type MetadataJson } from 'libphonenumber-js/core';
import type { Span } from './visible-text.js';

// Required, not imported: an import of JSON needs an attribute that the package's own entry leaves out.
const metadata = createRequire(import.meta.url)('libphonenumber-js/metadata.min.json') as MetadataJson;

// A number begins with 0, +44 or 0044 (or any + country) and goes on with digits and the signs people put between them.
const candidate =
  /(?:(?<=number)|(?<![\w\u00a3$\u20ac.,/#-]))(?:[([]?\+\d{1,3}[)\]]?|[([]?0)[\d\s\u00a0()\].\ue000-]{7,22}\d(?:[\s\u00a0,]*(?:ext(?:ension|n)?|x)\.?[\s\u00a0:]*\d{2,6})?(?![\d\u00a3]|[.,/]\d)/gi;
/** A second number or extension behind one that a feed took out. */
const second = /(?<=\[phone removed\])(?:\s?\/\s?\d{3,11}(?: \d{3,5})?\b)+/gi;
const extension = /\b(?:ext(?:ension|n)?\.?|bleep|bleep no\.?)[\s\u00a0:]*\d{3,6}\b/gi;
const cue =
  /\b(?:tel|telephone|phone|mobile|mob|call|ring|contact|fax|text|whatsapp|number|on)\b[^\d]{0,20}$/i;
/** Behind such a word any number long enough is one, whoever mistyped it. */
const cued =
  /(?:\b(?:tel(?:ephone)?|phone|mob(?:ile)?|fax|call|ring|text)\b|number)(?:[\s:.-]*(?:no|number|on)\b)?[\s:.-]*(\+?\d[\d\s\u00a0()]{6,16}\d)(?![\d.,/:])/gi;
const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');
/** A digit too many or too few, in groups of spaces: times and dates have other signs, references other words before. */
const isMistyped = (found: string, before: string): boolean =>
  /^\(?0[12378][\d\s\u00a0()]+$/.test(found) &&
  /^\d{10,13}$/.test(digitsOf(found)) &&
  !/\bref\w*\W{0,3}$/i.test(before);
const isoDate = /^0?\d{1,2}[.\s-]\d{1,2}[.\s-]\d{2,4}\b/;

function isPhone(found: string, before: string): boolean {
  const plain = found.replaceAll('\ue000', '').replace(/[\s,]*(?:ext|x).*$/i, '');
  if (isoDate.test(plain)) return false;
  const number = parsePhoneNumberFromString(plain, 'GB', metadata);
  if (number?.isValid() === true || isMistyped(plain.trim(), before)) return true;
  return number?.isPossible() === true && cue.test(before);
}

/** Where telephone numbers stand: British ones in any spelling and mistyped, foreign ones with their +, extensions. */
export function findPhones(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(candidate)) {
    const before = text.slice(Math.max(0, match.index - 40), match.index);
    if (isPhone(match[0], before)) spans.push({ start: match.index, end: match.index + match[0].length });
  }
  for (const match of text.matchAll(cued)) {
    const [whole, number = ''] = match;
    const end = match.index + whole.length;
    const count = digitsOf(number).length;
    if (count >= 9 && count <= 13 && !isoDate.test(number)) spans.push({ start: end - number.length, end });
  }
  for (const match of [...text.matchAll(extension), ...text.matchAll(second)])
    spans.push({ start: match.index, end: match.index + match[0].length });
  return spans;
}
