import type { Profile as PublicProfile, ProfileState } from '@jobwire/contracts';

/** A person's profile: what they may read of it, and whose it is. */
export interface Profile extends PublicProfile {
  readonly owner: string;
}

/** What goes on the topic: what matching needs and nothing else. */
export function stateOf(profile: Profile): ProfileState {
  const { id, revision, owner, skills, occupations, location, minimumSalary } = profile;
  return {
    id,
    revision,
    owner,
    skills: skills.map((skill) => ({
      id: skill.id,
      ...(skill.level === undefined ? {} : { level: skill.level }),
    })),
    occupations: occupations.map((occupation) => occupation.id),
    ...(location === undefined
      ? {}
      : { location: { latitude: location.latitude, longitude: location.longitude } }),
    radiusMiles: profile.radiusMiles,
    remote: profile.remote,
    ...(minimumSalary === undefined ? {} : { minimumSalary }),
    contracts: profile.contracts,
    hours: profile.hours,
    visible: profile.visible,
    hideFrom: profile.hideFrom,
    alertThreshold: profile.alertThreshold,
  };
}
