import type { ProfileInput } from '@jobwire/contracts';
import { occupationRef, type Gazetteer, type Taxonomy } from '@jobwire/taxonomy';
import { heldQualifications } from './held-qualifications.js';
import { badField } from './profile.errors.js';
import type { Profile } from './profile.js';

export interface Understanding {
  readonly taxonomy: Taxonomy;
  readonly gazetteer: Gazetteer;
}

export type Identity = Pick<Profile, 'id' | 'revision' | 'owner' | 'createdAt' | 'updatedAt'>;

/**
 * The profile that an input makes.
 * @throws DomainError UNKNOWN_SKILL, UNKNOWN_OCCUPATION or UNKNOWN_PLACE naming the field
 */
export function writeProfile(input: ProfileInput, identity: Identity, tools: Understanding): Profile {
  const { skills: _, occupations: __, location: ___, minimumSalary, ...plain } = input;
  const location = locate(input.location, tools.gazetteer);
  return {
    ...identity,
    ...plain,
    contracts: [...new Set(input.contracts)],
    hours: [...new Set(input.hours)],
    hideFrom: [...new Set(input.hideFrom)],
    skills: skillsOf(input.skills, tools.taxonomy),
    occupations: occupationsOf(input.occupations, tools.taxonomy),
    qualifications: heldQualifications(input.qualifications),
    ...(location === undefined ? {} : { location }),
    ...(minimumSalary === undefined ? {} : { minimumSalary }),
  };
}

/** Each skill once; of two levels the higher counts. */
function skillsOf(listed: ProfileInput['skills'], taxonomy: Taxonomy): Profile['skills'] {
  const byId = new Map<string, Profile['skills'][number]>();
  for (const [index, { skill: label, level }] of listed.entries()) {
    const skill = taxonomy.resolveSkill(label);
    if (skill === undefined) throw unknown('UNKNOWN_SKILL', `skills.${index}.skill`);
    const best = Math.max(level ?? 0, byId.get(skill.id)?.level ?? 0);
    byId.set(skill.id, best === 0 ? skill : { ...skill, level: best });
  }
  return [...byId.values()];
}

function occupationsOf(labels: readonly string[], taxonomy: Taxonomy): Profile['occupations'] {
  const byId = new Map<string, Profile['occupations'][number]>();
  for (const [index, label] of labels.entries()) {
    const occupation = occupationRef(taxonomy, label);
    if (occupation === undefined) throw unknown('UNKNOWN_OCCUPATION', `occupations.${index}`);
    byId.set(occupation.id, occupation);
  }
  return [...byId.values()];
}

function locate(input: ProfileInput['location'], gazetteer: Gazetteer): Profile['location'] {
  if (input === undefined) return undefined;
  const found = gazetteer.locate(input);
  if (!found.ok) {
    const { field, reason, remedy } = found;
    throw badField('UNKNOWN_PLACE', { field: `location.${field}`, reason, remedy });
  }
  const { latitude, longitude, label } = found.place;
  const { postcode, town } = input;
  return {
    label,
    latitude,
    longitude,
    ...(postcode === undefined ? {} : { postcode: postcode.toUpperCase() }),
    ...(town === undefined ? {} : { town }),
  };
}

function unknown(code: string, field: string) {
  return badField(code, {
    field,
    reason: 'is an id in no taxonomy',
    remedy: 'send the label, or an id that the API gave you',
  });
}
