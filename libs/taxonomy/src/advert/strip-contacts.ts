import { findContactNames } from './find-contact-names.js';
import { findAgain, findPeople } from './find-people.js';
import { findPhones } from './find-phones.js';
import { replaceSpans, withoutTags, type Span } from './visible-text.js';

const mark = '[contact removed]';
const email =
  /[\w.+'\u2019-]{1,64}\s?@\s?[\w-]+(?:\.[\w-]+)+|[\w.+-]{1,64}\s?(?:\[at\]|\(at\))\s?[\w-]+(?:\.[\w-]+)+|[\w.+-]{1,64}@[\w-]{1,64}\s(?:net|org|com|co\suk|uk)\b|[\w.+-]{2,64}@[\w-]{2,64}|(?<![\w.+'\u2019-])(?!(?:e-?mail|mail|contact|at|to|on|or|and|via)\[)[\w.+'\u2019-]+@?(?=\[e-?mail removed)/gi;

function findEmails(text: string): Span[] {
  return [...text.matchAll(email)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * Takes people out of an advert: e-mail addresses, telephone numbers with their extensions, names that follow words
 * such as "contact" or "speak to", and names that begin with a common first name. Each becomes "[contact removed]". Works on plain text and on HTML, whose
 * tags it never touches; pay, dates and reference numbers stay. `removed` counts the stretches replaced.
 */
export function stripContacts(text: string): { text: string; removed: number } {
  const visible = withoutTags(text);
  const addresses = [...findEmails(visible), ...findPhones(visible)];
  const people = [...findContactNames(visible, addresses), ...findPeople(visible)];
  const spans = [...addresses, ...people, ...findAgain(visible, people)];
  return spans.length === 0 ? { text, removed: 0 } : replaceSpans(text, spans, mark);
}
