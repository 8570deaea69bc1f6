import { cleanAdvert, stripContacts } from '@jobwire/taxonomy';
import { badField } from './vacancy.errors.js';
import type { Posting } from './vacancy.js';

const INVISIBLE = /[\p{Cc}\p{Cf}]+/gu;

/** The advert's words without mark-up, for reading. */
export function readableText(posting: Posting): string {
  return `${posting.title}\n${cleanAdvert(posting.description).text}`;
}

/**
 * What is kept of a posting: HTML sanitised, contact details taken out.
 * @throws DomainError INVALID_BODY when nothing readable is left
 */
export function cleanPosting(posting: Posting): Posting {
  const title = stripContacts(posting.title.replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim()).text;
  const { html, text } = cleanAdvert(posting.description);
  if (text.trim() === '') {
    throw badField('INVALID_BODY', {
      field: 'description',
      reason: 'has no text once its mark-up is gone',
      remedy: 'describe the work in words',
    });
  }
  return { ...posting, title, description: stripContacts(html).text };
}
