// Whole, valid states for this package's own tests; a test states only what matters to it.
import type { ProfileState, SkillRef, VacancyState } from '@jobwire/contracts';
import type { MatchingTaxonomy, SkillRelation } from '../matching-taxonomy.js';

export const LEEDS = { latitude: 53.8, longitude: -1.55 };

export function aVacancy(changes: Partial<VacancyState> = {}): VacancyState {
  return {
    id: 'vacancy-1',
    revision: 1,
    status: 'open',
    employer: { id: 'acme', name: 'Acme' },
    title: 'A job',
    description: '',
    location: { label: 'Leeds', nationwide: false, ...LEEDS },
    remote: 'none',
    skills: asks(['a', 'b', 'c']),
    mustHave: [],
    postedAt: '2026-01-05T09:00:00Z',
    ...changes,
  };
}

export function aProfile(changes: Partial<ProfileState> = {}): ProfileState {
  return {
    id: 'profile-1',
    revision: 1,
    owner: 'owner-1',
    skills: has('a', 'b', 'c'),
    occupations: [],
    location: LEEDS,
    radiusMiles: 20,
    remote: false,
    contracts: [],
    hours: [],
    visible: true,
    hideFrom: [],
    alertThreshold: 50,
    ...changes,
  };
}

export function asks(required: readonly string[], desired: readonly string[] = []): VacancyState['skills'] {
  return { required: required.map(skillRef), desired: desired.map(skillRef) };
}

function skillRef(id: string): SkillRef {
  return { id, label: id, known: true };
}

export function has(...ids: readonly string[]): ProfileState['skills'] {
  return ids.map((id) => ({ id }));
}

export interface TaxonomyFacts {
  readonly idf?: Readonly<Record<string, number>>;
  readonly relations?: Readonly<Record<string, readonly SkillRelation[]>>;
  readonly isco?: Readonly<Record<string, string>>;
}

/** A taxonomy in which every skill is typical but those that the test says something of. */
export function aTaxonomy({ idf = {}, relations = {}, isco = {} }: TaxonomyFacts = {}): MatchingTaxonomy {
  return {
    version: 'test',
    idf: (id) => idf[id] ?? 4.7,
    relations: (id) => relations[id] ?? [],
    iscoOf: (id) => isco[id],
  };
}
