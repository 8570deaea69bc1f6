import { findContactNames } from './find-contact-names.js';
import { findPhones } from './find-phones.js';
import { replaceSpans, withoutTags, type Span } from './visible-text.js';

const mark = '[contact removed]';
const email =
  /[\w.+'\u2019-]{1,64}\s?@\s?[\w-]+(?:\.[\w-]+)+|[\w.+-]{1,64}\s?(?:\[at\]|\(at\))\s?[\w-]+(?:\.[\w-]+)+|[\w.+-]{1,64}@[\w-]{1,64}\s(?:net|org|com|co\suk|uk)\b/gi;

function findEmails(text: string): Span[] {
  return [...text.matchAll(email)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * Takes personal contacts out of an advert: e-mail addresses, telephone numbers with their extensions, and names that
 * follow words such as "contact" or "speak to". Each becomes "[contact removed]". Works on plain text and on HTML, whose
 * tags it never touches; pay, dates and reference numbers stay. `removed` counts the stretches replaced.
 */
export function stripContacts(text: string): { text: string; removed: number } {
  const visible = withoutTags(text);
  const addresses = [...findEmails(visible), ...findPhones(visible)];
  const spans = [...addresses, ...findContactNames(visible, addresses)];
  return spans.length === 0 ? { text, removed: 0 } : replaceSpans(text, spans, mark);
}
