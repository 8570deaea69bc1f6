// Whole, valid things of this service; a test states only what matters to it.
import type { BatchItem } from '@jobwire/contracts';
import type { Caller } from '@jobwire/platform';
import type { Posting, Vacancy } from '../domain/vacancy.js';

export const NOW = '2026-01-05T09:00:00.000Z';

export function aPosting(changes: Partial<Posting> = {}): Posting {
  return {
    title: 'Registered Nurse',
    description: 'You care for the people on our ward.',
    location: { town: 'Leeds' },
    ...changes,
  };
}

export function anItem(changes: Partial<BatchItem> = {}): BatchItem {
  return { ...aPosting(), source: 'feed', sourceId: 'a', ...changes };
}

let made = 0;

/** Every one says something else, unless the fingerprint is given. */
export function aVacancy(changes: Partial<Vacancy> = {}): Vacancy {
  const id = changes.id ?? `vacancy-${++made}`;
  return {
    id,
    revision: 1,
    status: 'open',
    employer: { id: 'acme', name: 'Acme' },
    posting: aPosting(),
    understood: { remote: 'none', skills: { required: [], desired: [] }, mustHave: [], skillsFrom: 'text' },
    fingerprint: `words of ${id}`,
    postedAt: NOW,
    updatedAt: NOW,
    ...changes,
  };
}

/** The next revision, as a use case would make it. */
export function changed(vacancy: Vacancy, changes: Partial<Vacancy> = {}): Vacancy {
  return { ...vacancy, revision: vacancy.revision + 1, ...changes };
}

export function anEmployer(id = 'acme', name = 'Acme'): Caller {
  return { ...aCaller('employer', id), employer: { id, name } };
}

export function anOperator(): Caller {
  return aCaller('operator', 'ops');
}

function aCaller(role: Caller['role'], subject: string): Caller {
  return { issuer: 'urn:test', subject, role, owner: `owner of ${subject}`, expiresAt: 4_000_000_000 };
}
