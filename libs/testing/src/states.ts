// Whole, valid states of the topics; a test states only what matters to it.
import type { ProfileState, VacancyState } from '@jobwire/contracts';

const LEEDS = { latitude: 53.8, longitude: -1.55 };

/** An open vacancy in Leeds that asks for nothing. */
export function aVacancyState(changes: Partial<VacancyState> = {}): VacancyState {
  return {
    id: 'vacancy-1',
    revision: 1,
    status: 'open',
    employer: { id: 'acme', name: 'Acme' },
    title: 'A job',
    description: '',
    location: { label: 'Leeds', nationwide: false, ...LEEDS },
    remote: 'none',
    skills: { required: [], desired: [] },
    mustHave: [],
    postedAt: '2026-01-05T09:00:00Z',
    ...changes,
  };
}

/** Somebody in Leeds with no skill, who shows themselves and takes any contract and hours. */
export function aProfileState(changes: Partial<ProfileState> = {}): ProfileState {
  return {
    id: 'profile-1',
    revision: 1,
    owner: 'owner-1',
    skills: [],
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
