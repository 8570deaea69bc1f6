import { cleanAdvert, normaliseText } from '@jobwire/taxonomy';
import { createHash } from 'node:crypto';
import type { Posting, Understood } from './vacancy.js';

/** Equal when one employer says the same at the same place, whatever the case, spaces and punctuation. */
export function fingerprintOf(employerId: string, posting: Posting, understood: Understood): string {
  const { label = '', latitude = '', longitude = '' } = understood.location ?? {};
  return hashOf([
    employerId,
    normaliseText(posting.title),
    label,
    latitude,
    longitude,
    normaliseText(cleanAdvert(posting.description).text),
  ]);
}

/** A short stable hash of plain data. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}
