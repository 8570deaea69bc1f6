import type { BatchItem } from '@jobwire/contracts';
import { cleanPosting } from './clean-posting.js';
import { fingerprintOf, hashOf } from './fingerprint.js';
import { understand, type Understanding } from './understand.js';
import { badField } from './vacancy.errors.js';
import { hasPassed, revise, type Posting, type Vacancy } from './vacancy.js';

export interface Origin {
  readonly id: string;
  readonly employer: { readonly id: string; readonly name: string };
  readonly source?: { readonly name: string; readonly id: string };
  readonly postedAt?: string | undefined;
}

/**
 * The first revision of a vacancy.
 * @throws DomainError when a field cannot be understood
 */
export function draftVacancy(input: Posting, origin: Origin, tools: Understanding, now: Date): Vacancy {
  const posting = cleanPosting(input);
  const understood = understand(posting, tools);
  return {
    id: origin.id,
    revision: 1,
    status: hasPassed(posting.closesAt, now) ? 'expired' : 'open',
    employer: origin.employer,
    posting,
    understood,
    fingerprint: fingerprintOf(origin.employer.id, posting, understood),
    ...(origin.source === undefined ? {} : { source: origin.source, sourceHash: hashOf(input) }),
    postedAt: origin.postedAt ?? now.toISOString(),
    updatedAt: now.toISOString(),
    ...(hasPassed(posting.closesAt, now) ? { endedAt: now.toISOString() } : {}),
  };
}

/** The next revision of a vacancy that says something else now. */
export function rewrite(vacancy: Vacancy, input: Posting, tools: Understanding, now: Date): Vacancy {
  const posting = cleanPosting(input);
  const understood = understand(posting, tools);
  const fingerprint = fingerprintOf(vacancy.employer.id, posting, understood);
  const changed = revise(vacancy, { posting, understood, fingerprint }, now);
  return vacancy.source === undefined ? changed : { ...changed, sourceHash: hashOf(input) };
}

/** @throws DomainError CLOSES_IN_THE_PAST */
export function refusePast(posting: Pick<Posting, 'closesAt'>, now: Date): void {
  if (!hasPassed(posting.closesAt, now)) return;
  throw badField('CLOSES_IN_THE_PAST', {
    field: 'closesAt',
    reason: 'has passed',
    remedy: 'send a later time, or leave it out',
  });
}

/** The posting inside an item of a batch. */
export function postingOf(item: BatchItem): Posting {
  const { source: _, sourceId: __, employer: ___, postedAt: ____, ...posting } = item;
  return posting;
}
