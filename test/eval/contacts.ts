// Whether people named in a hundred adverts that were read by hand are taken out.
import { stripContacts } from '@jobwire/taxonomy';
import { advertTexts, labels } from './samples.js';

/** Where names, numbers and addresses begin in the clean text of an advert. */
interface ContactLabel {
  advert: string;
  at: number[];
}

/** So much of a contact tells it from other words. */
const told = 12;

/** Contacts that are still there, and all, in how many adverts. */
export function measureContacts(): { left: number; contacts: number; adverts: number } {
  const texts = advertTexts();
  const figures = { left: 0, contacts: 0, adverts: 0 };
  for (const { advert, at } of labels<ContactLabel>('contacts')) {
    const raw = texts.get(advert) ?? '';
    const { text } = stripContacts(raw);
    figures.adverts += 1;
    figures.contacts += at.length;
    figures.left += at.filter((start) => text.includes(raw.slice(start, start + told))).length;
  }
  return figures;
}
