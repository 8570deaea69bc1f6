import type { BatchResult } from '@jobwire/contracts';
import { rewrite } from './draft-vacancy.js';
import type { Understanding } from './understand.js';
import { hasPassed, type Posting, type Vacancy } from './vacancy.js';

export interface ImportDecision {
  readonly outcome: Exclude<BatchResult['outcome'], 'rejected'>;
  /** What to insert or to replace; absent: nothing changes. */
  readonly write?: { readonly kind: 'insert' | 'replace'; readonly vacancy: Vacancy };
  /** The vacancy as it is after the import. */
  readonly vacancy: Vacancy;
}

/** Looks up the open original that holds a fingerprint. */
export type FindOriginal = (fingerprint: string) => Vacancy | undefined;

/** A posting not seen before: new, a duplicate of one that is open, or over already. */
export function decideNew(draft: Vacancy, original: FindOriginal): ImportDecision {
  const vacancy = draft.status === 'open' ? withTwin(draft, original) : draft;
  return { outcome: standing(vacancy, 'created'), write: { kind: 'insert', vacancy }, vacancy };
}

/** A posting seen before. One that its employer closed stays closed, whatever the feed says. */
export function decideAgain(
  known: Vacancy,
  input: Posting,
  inputHash: string,
  tools: Understanding,
  original: FindOriginal,
  now: Date,
): ImportDecision {
  if (known.status === 'closed' || known.sourceHash === inputHash)
    return { outcome: standing(known, 'unchanged'), vacancy: known };
  const rewritten = { ...rewrite(known, input, tools, now), status: known.status };
  const vacancy = withTwin(withStatus(rewritten, now), original);
  return { outcome: standing(vacancy, 'updated'), write: { kind: 'replace', vacancy }, vacancy };
}

function withStatus(vacancy: Vacancy, now: Date): Vacancy {
  const { endedAt: _, ...open } = vacancy;
  return hasPassed(vacancy.posting.closesAt, now)
    ? { ...vacancy, status: 'expired', endedAt: vacancy.endedAt ?? now.toISOString() }
    : { ...open, status: 'open' };
}

function withTwin(vacancy: Vacancy, original: FindOriginal): Vacancy {
  const { duplicateOf: _, ...own } = vacancy;
  const twin = vacancy.status === 'open' ? original(vacancy.fingerprint) : undefined;
  return twin === undefined || twin.id === vacancy.id ? own : { ...own, duplicateOf: twin.id };
}

function standing(
  vacancy: Vacancy,
  otherwise: 'created' | 'updated' | 'unchanged',
): ImportDecision['outcome'] {
  if (vacancy.status === 'expired') return 'expired';
  return vacancy.duplicateOf === undefined ? otherwise : 'duplicate';
}
