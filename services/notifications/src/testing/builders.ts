// Whole, valid things of this service; a test states only what matters to it.
import type { Match, MatchSet, Reason } from '@jobwire/contracts';
import type { Caller } from '@jobwire/platform';
import type { Ticket } from '../application/ports.js';
import type { Person, VacancyCard } from '../domain/cards.js';
import { alertId } from '../domain/identities.js';
import type { Item, Parties, Stamp } from '../domain/item.js';

export const NOW = '2026-01-05T09:00:00.000Z';

const reasons: readonly Reason[] = [
  { part: 'skills', points: 60, of: 100, matched: [], missing: [] },
  { part: 'occupation', points: 0, of: 0, closeness: 'not-stated' },
];

export function aMatch(changes: Partial<Match> = {}): Match {
  return {
    profileId: 'profile-1',
    profileRevision: 1,
    vacancyId: 'vacancy-1',
    vacancyRevision: 1,
    score: 60,
    reasons: [...reasons],
    personScore: 80,
    personReasons: [],
    alert: true,
    visible: true,
    ...changes,
  };
}

/** The whole set of `vacancy-1`, unless said otherwise. */
export function aSet(changes: Partial<MatchSet> = {}): MatchSet {
  return {
    subject: { kind: 'vacancy', id: 'vacancy-1', revision: 1 },
    epoch: 1,
    scorer: 'test',
    matches: [aMatch()],
    last: true,
    ...changes,
  };
}

export function aStamp(changes: Partial<Stamp> = {}): Stamp {
  return { partition: 0, offset: 10, epoch: 1, at: NOW, ...changes };
}

export const parties: Parties = { owner: 'owner-1', employerId: 'acme', pseudonym: 'somebody' };

/** Found at offset 10 in both inbox and list, unless said otherwise; its id follows from the pair. */
export function anItem(changes: Partial<Item> = {}): Item {
  const { profileId = 'profile-1', vacancyId = 'vacancy-1' } = changes;
  return {
    ...parties,
    id: alertId(profileId, vacancyId),
    profileId,
    vacancyId,
    partition: 0,
    epoch: 1,
    profileRevision: 1,
    vacancyRevision: 1,
    offset: 10,
    position: 10,
    inbox: 'found',
    listPosition: 10,
    list: 'found',
    score: 60,
    reasons,
    personScore: 80,
    personReasons: [],
    seen: false,
    dismissed: false,
    at: NOW,
    ...changes,
  };
}

export function aCard(changes: Partial<VacancyCard> = {}): VacancyCard {
  return {
    vacancyId: 'vacancy-1',
    revision: 1,
    employerId: 'acme',
    employerName: 'Acme',
    title: 'Nurse',
    location: 'Leeds',
    ...changes,
  };
}

export function aPerson(changes: Partial<Person> = {}): Person {
  return { profileId: 'profile-1', owner: 'owner-1', revision: 1, ...changes };
}

export function aTicket(changes: Partial<Ticket> = {}): Ticket {
  return {
    ticket: 'ticket-1',
    caller: { owner: 'owner-1', role: 'jobseeker', expiresAt: Date.parse(NOW) / 1000 + 3600 },
    expiresAt: '2026-01-05T09:00:30.000Z',
    ...changes,
  };
}

export function anEmployer(id = 'acme'): Caller {
  return {
    issuer: 'urn:test',
    subject: id,
    role: 'employer',
    owner: `owner of ${id}`,
    expiresAt: 4_000_000_000,
    employer: { id, name: id },
  };
}
