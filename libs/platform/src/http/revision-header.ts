import { DomainError } from '@jobwire/kernel';

const ENTITY_TAG = /^(?:W\/)?"(\d{1,15})"$/;

/**
 * The revision that `If-Match` asks for; undefined for none and for `*`.
 * @throws DomainError INVALID_IF_MATCH
 */
export function expectedRevision(header: string | undefined): number | undefined {
  if (header === undefined || header.trim() === '*') return undefined;
  const revision = ENTITY_TAG.exec(header.trim())?.[1];
  if (revision !== undefined) return Number(revision);
  throw new DomainError({
    kind: 'invalid',
    code: 'INVALID_IF_MATCH',
    message: 'If-Match is not a revision in quotes: send the ETag as it was given.',
    faults: [
      { field: 'If-Match', reason: 'is not a revision in quotes', remedy: 'send the ETag as it was given' },
    ],
  });
}
