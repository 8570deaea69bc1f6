import { normaliseText } from '@jobwire/taxonomy';
import { createHash } from 'node:crypto';
import type { CleanPosting } from './clean-posting.js';
import type { Understood } from './vacancy.js';

/** Equal when one employer says the same at the same place, whatever the case, spaces and punctuation. */
export function fingerprintOf(employerId: string, { text }: CleanPosting, { location }: Understood): string {
  const { label = '', latitude = '', longitude = '' } = location ?? {};
  return hashOf([employerId, label, latitude, longitude, normaliseText(text)]);
}

/** A short stable hash of plain data. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}
