import type { BatchItem } from '@jobwire/contracts';
import type { CleanPosting } from './clean-posting.js';
import { fingerprintOf } from './fingerprint.js';
import { understand, type Understanding } from './understand.js';
import { badField } from './vacancy.errors.js';
import { hasPassed, revise, type Posting, type Vacancy } from './vacancy.js';

export interface Origin {
  readonly id: string;
  readonly employer: { readonly id: string; readonly name: string };
  readonly source?: { readonly name: string; readonly id: string };
  readonly sourceHash?: string;
  readonly postedAt?: string | undefined;
}

/**
 * The first revision of a vacancy.
 * @throws DomainError when a field cannot be understood
 */
export function draftVacancy(clean: CleanPosting, origin: Origin, tools: Understanding, now: Date): Vacancy {
  const { postedAt = now.toISOString(), ...rest } = origin;
  const understood = understand(clean, tools, new Date(postedAt));
  const ended = hasPassed(clean.posting.closesAt, now);
  return {
    ...rest,
    revision: 1,
    status: ended ? 'expired' : 'open',
    posting: clean.posting,
    understood,
    fingerprint: fingerprintOf(origin.employer.id, clean, understood),
    postedAt,
    updatedAt: now.toISOString(),
    ...(ended ? { endedAt: now.toISOString() } : {}),
  };
}

/** The next revision of a vacancy that says something else now. */
export function rewrite(vacancy: Vacancy, clean: CleanPosting, tools: Understanding, now: Date): Vacancy {
  const understood = understand(clean, tools, new Date(vacancy.postedAt));
  const fingerprint = fingerprintOf(vacancy.employer.id, clean, understood);
  return revise(vacancy, { posting: clean.posting, understood, fingerprint }, now);
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
