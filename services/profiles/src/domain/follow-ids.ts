import { followRefs, type Taxonomy } from '@jobwire/taxonomy';
import type { Profile } from './profile.js';

/** The next revision of a profile that names concepts a newer taxonomy has replaced; undefined when it names none. */
export function followIds(profile: Profile, taxonomy: Taxonomy, now: Date): Profile | undefined {
  const skills = followRefs(profile.skills, taxonomy);
  const occupations = followRefs(profile.occupations, taxonomy);
  if (skills === profile.skills && occupations === profile.occupations) return undefined;
  return {
    ...profile,
    skills: [...skills],
    occupations: [...occupations],
    revision: profile.revision + 1,
    updatedAt: now.toISOString(),
  };
}
