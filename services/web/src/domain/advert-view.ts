import type { Profile, SkillRef, Vacancy } from '@jobwire/contracts';
import { qualificationsBeside, type QualificationView } from './qualification-view.js';
import { factsOf } from './vacancy-view.js';

export interface AskedSkill {
  readonly label: string;
  readonly held: boolean;
}

/** A vacancy as a person reads it, beside what they have. */
export interface AdvertView {
  readonly title: string;
  readonly employerName: string;
  readonly isOpen: boolean;
  readonly facts: string;
  readonly required: readonly AskedSkill[];
  readonly desired: readonly AskedSkill[];
  readonly qualifications: readonly QualificationView[];
  /** HTML without attributes, its headings below those of the page. */
  readonly description: string;
}

/** `profile`: of the person who reads, if one is signed in and has one. */
export function advertView(vacancy: Vacancy, profile: Profile | undefined): AdvertView {
  const held = new Set(profile?.skills.map(({ id }) => id));
  const asked = ({ id, label }: SkillRef): AskedSkill => ({ label, held: held.has(id) });
  return {
    title: vacancy.title,
    employerName: vacancy.employer.name,
    isOpen: vacancy.status === 'open',
    facts: factsOf(vacancy).join(', '),
    required: vacancy.skills.required.map(asked),
    desired: vacancy.skills.desired.map(asked),
    qualifications: qualificationsBeside(vacancy, profile),
    description: vacancy.description.replaceAll(/<(\/?)h[2-4]>/g, '<$1h3>'),
  };
}
