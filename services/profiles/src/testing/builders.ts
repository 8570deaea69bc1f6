// Whole, valid things of this service; a test states only what matters to it.
import { ProfileInput } from '@jobwire/contracts';
import type { Caller } from '@jobwire/platform';
import type { Profile } from '../domain/profile.js';

export const NOW = '2026-01-05T09:00:00.000Z';

export function aProfile(changes: Partial<Profile> = {}): Profile {
  return {
    id: 'profile-1',
    revision: 1,
    owner: 'owner-1',
    skills: [],
    occupations: [],
    radiusMiles: 20,
    remote: false,
    contracts: [],
    hours: [],
    visible: false,
    hideFrom: [],
    alertThreshold: 50,
    createdAt: NOW,
    updatedAt: NOW,
    ...changes,
  };
}

/** As the API reads it, defaults filled in. */
export function anInput(changes: Partial<ProfileInput> = {}): ProfileInput {
  return ProfileInput.parse(changes);
}

export function aJobseeker(subject = 'alice'): Caller {
  return {
    issuer: 'urn:test',
    subject,
    role: 'jobseeker',
    owner: `owner of ${subject}`,
    expiresAt: 4_000_000_000,
  };
}
