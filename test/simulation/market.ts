// A market so small that matches come and go with almost every change.
import type { ProfileState, VacancyState } from '@jobwire/contracts';
import type { MatchingTaxonomy } from '@jobwire/matcher';
import type { Chance } from './chance.js';

const SKILLS = ['a', 'b', 'c', 'd'];
const EMPLOYERS = ['acme', 'beta'];
const LEEDS = { latitude: 53.8, longitude: -1.55 };

/** Releases differ in how many skills are so common that they are worth little. */
export function taxonomyOf(release: number): MatchingTaxonomy {
  return {
    version: `simulation-${release}`,
    idf: (skill) => (SKILLS.indexOf(skill) < release % SKILLS.length ? 1.5 : 4.7),
    relations: () => [],
    iscoOf: () => undefined,
  };
}

/** A state without what its store gives it. */
export type Vacancy = Omit<VacancyState, 'id' | 'revision'>;
export type Profile = Omit<ProfileState, 'id' | 'revision'>;

export function someVacancy(chance: Chance, employer = chance.pick(EMPLOYERS) ?? ''): Vacancy {
  return {
    status: 'open',
    employer: { id: employer, name: employer },
    title: 'A job',
    description: '',
    location: { label: 'Leeds', nationwide: false, ...LEEDS },
    remote: 'none',
    skills: {
      required: chance.some(SKILLS, 2).map((id) => ({ id, label: id, known: true })),
      desired: [],
    },
    mustHave: [],
    postedAt: '2026-01-05T09:00:00Z',
  };
}

export function ended(vacancy: Vacancy, chance: Chance): Vacancy {
  return { ...vacancy, status: chance.oneOf('closed', 'expired') };
}

export function someProfile(chance: Chance, owner: string): Profile {
  return {
    owner,
    skills: chance.some(SKILLS).map((id) => ({ id })),
    occupations: [],
    location: LEEDS,
    radiusMiles: 20,
    remote: false,
    contracts: [],
    hours: [],
    visible: chance.happens(0.7),
    hideFrom: chance.happens(0.2) ? chance.some(EMPLOYERS) : [],
    alertThreshold: chance.oneOf(30, 45, 60),
  };
}
