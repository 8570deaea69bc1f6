import type { BatchResult } from '@jobwire/contracts';
import { rewrite } from './draft-vacancy.js';
import type { CleanPosting } from './clean-posting.js';
import type { Understanding } from './understand.js';
import { badField } from './vacancy.errors.js';
import { hasPassed, type Vacancy } from './vacancy.js';

export type Outcome = Exclude<BatchResult['outcome'], 'rejected'>;

export interface ImportDecision {
  readonly outcome: Outcome;
  /** What has to be written; absent: nothing changes. */
  readonly write?: 'insert' | 'replace';
  /** The vacancy as it is after the import. */
  readonly vacancy: Vacancy;
}

/** Looks up the open original that holds a fingerprint. */
export type FindOriginal = (fingerprint: string) => Vacancy | undefined;

/** Nothing to do: the source says what it said, or its employer has closed the vacancy, whatever the feed says. */
export function staysAsItIs(known: Vacancy, sourceHash: string): boolean {
  return known.status === 'closed' || known.sourceHash === sourceHash;
}

/**
 * Anybody may name any source, so the source's id alone does not make a vacancy theirs. Operators change every one.
 * @throws DomainError NOT_YOUR_VACANCY
 */
export function refuseForeign(known: Vacancy, employer: { readonly id: string } | undefined): void {
  if (employer === undefined || known.employer.id === employer.id) return;
  throw badField('NOT_YOUR_VACANCY', {
    field: 'sourceId',
    reason: 'is the vacancy of another employer',
    remedy: 'name your own source',
  });
}

export function decideSame(known: Vacancy): ImportDecision {
  return { outcome: standing(known, 'unchanged'), vacancy: known };
}

/** A posting not seen before: new, a duplicate of one that is open, or over already. */
export function decideNew(draft: Vacancy, original: FindOriginal): ImportDecision {
  const vacancy = withTwin(draft, original);
  return { outcome: standing(vacancy, 'created'), write: 'insert', vacancy };
}

/** A posting seen before that says something else now. */
export function decideChanged(rewritten: Vacancy, original: FindOriginal): ImportDecision {
  const vacancy = withTwin(rewritten, original);
  return { outcome: standing(vacancy, 'updated'), write: 'replace', vacancy };
}

/** The next revision of a vacancy as its source has it now: a later closing date opens an expired one again. */
export function rewriteFromSource(
  known: Vacancy,
  clean: CleanPosting,
  sourceHash: string,
  tools: Understanding,
  now: Date,
): Vacancy {
  const { endedAt, ...rewritten } = rewrite(known, clean, tools, now);
  return hasPassed(clean.posting.closesAt, now)
    ? { ...rewritten, sourceHash, status: 'expired', endedAt: endedAt ?? now.toISOString() }
    : { ...rewritten, sourceHash, status: 'open' };
}

function withTwin(vacancy: Vacancy, original: FindOriginal): Vacancy {
  const { duplicateOf: _, ...own } = vacancy;
  const twin = vacancy.status === 'open' ? original(vacancy.fingerprint) : undefined;
  return twin === undefined || twin.id === vacancy.id ? own : { ...own, duplicateOf: twin.id };
}

function standing(vacancy: Vacancy, otherwise: Outcome): Outcome {
  if (vacancy.status === 'expired') return 'expired';
  return vacancy.duplicateOf === undefined ? otherwise : 'duplicate';
}
