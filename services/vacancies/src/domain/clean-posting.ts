import { cleanAdvert, stripContacts } from '@jobwire/taxonomy';
import { badField } from './vacancy.errors.js';
import type { Posting } from './vacancy.js';

const CONTROL = /\p{Cc}+/gu;
/** Soft hyphens, joiners, zero-width spaces: they stand inside words. */
const FORMAT = /\p{Cf}+/gu;

export interface CleanPosting {
  readonly posting: Posting;
  /** Title and description in plain words, for reading. */
  readonly text: string;
}

/**
 * What is kept of a posting: HTML sanitised, contact details taken out.
 * @throws DomainError INVALID_BODY when nothing readable is left
 */
export function cleanPosting(posting: Posting): CleanPosting {
  const line = posting.title.replace(FORMAT, '').replace(CONTROL, ' ').replace(/\s+/g, ' ').trim();
  const title = stripContacts(line).text;
  const { html, text } = cleanAdvert(posting.description);
  if (text.trim() === '') {
    throw badField('INVALID_BODY', {
      field: 'description',
      reason: 'has no text once its mark-up is gone',
      remedy: 'describe the work in words',
    });
  }
  const description = stripContacts(html).text;
  return { posting: { ...posting, title, description }, text: `${title}\n${text}` };
}
