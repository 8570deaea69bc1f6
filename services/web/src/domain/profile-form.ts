import type { Profile } from '@jobwire/contracts';
import { amount, lines, many, one, placeInput, present, type Form } from './form.js';
import { moneyInField } from './in-words.js';

/** A profile to PUT; the API judges it. */
export type ProfileBody = Readonly<Record<string, unknown>>;

export interface ProfileValues {
  readonly place: string;
  readonly radiusMiles: string;
  readonly alertThreshold: string;
  readonly minimumSalary: string;
  readonly occupations: string;
  readonly qualifications: string;
  readonly remote: boolean;
  readonly visible: boolean;
  readonly contracts: readonly string[];
  readonly hours: readonly string[];
}

/** What the form about places and wishes makes of a profile; the skills and whom it hides from stay. */
export function profileFromForm(form: Form, before: Profile | undefined): ProfileBody {
  return present({
    skills: before === undefined ? [] : skillsOf(before),
    hideFrom: before?.hideFrom ?? [],
    occupations: lines(form, 'occupations'),
    qualifications: qualificationsFromForm(form, before),
    location: placeInput(one(form, 'place')),
    radiusMiles: amount(form, 'radiusMiles'),
    alertThreshold: amount(form, 'alertThreshold'),
    minimumSalary: amount(form, 'minimumSalary'),
    remote: one(form, 'remote') === 'yes',
    visible: one(form, 'visible') === 'yes',
    contracts: many(form, 'contracts'),
    hours: many(form, 'hours'),
  });
}

export interface SkillEntry {
  readonly skill: string;
  readonly level?: number | undefined;
}

/** Adds a skill, or says its level anew. */
export function withSkill(profile: Profile | undefined, entry: SkillEntry): ProfileBody {
  const wanted = entry.skill.toLowerCase();
  const others = (profile?.skills ?? []).filter(
    (skill) => skill.label.toLowerCase() !== wanted && skill.id !== entry.skill,
  );
  return { ...bodyOf(profile), skills: [...others.map(skillInput), present(entry)] };
}

export function withoutSkill(profile: Profile, id: string): ProfileBody {
  return { ...bodyOf(profile), skills: profile.skills.filter((skill) => skill.id !== id).map(skillInput) };
}

/** The form as the profile fills it. */
export function valuesOfProfile(profile: Profile | undefined): ProfileValues {
  return {
    place: profile?.location?.postcode ?? profile?.location?.label ?? '',
    radiusMiles: String(profile?.radiusMiles ?? 20),
    alertThreshold: String(profile?.alertThreshold ?? 50),
    minimumSalary: moneyInField(profile?.minimumSalary),
    occupations: (profile?.occupations ?? []).map(({ label }) => label).join('\n'),
    qualifications: qualificationsOf(profile)
      .map(({ qualification }) => qualification)
      .join('\n'),
    remote: profile?.remote ?? false,
    visible: profile?.visible ?? true,
    contracts: profile?.contracts ?? [],
    hours: profile?.hours ?? [],
  };
}

/** The form as somebody filled it, to be shown again. */
export function valuesOfForm(form: Form): ProfileValues {
  return {
    place: one(form, 'place'),
    radiusMiles: one(form, 'radiusMiles'),
    alertThreshold: one(form, 'alertThreshold'),
    minimumSalary: one(form, 'minimumSalary'),
    occupations: one(form, 'occupations'),
    qualifications: one(form, 'qualifications'),
    remote: one(form, 'remote') === 'yes',
    visible: one(form, 'visible') === 'yes',
    contracts: many(form, 'contracts'),
    hours: many(form, 'hours'),
  };
}

/** The form field that a field of the API stands for. */
export function profileFieldOf(field: string): string {
  if (field.startsWith('location')) return 'place';
  const [top = field] = field.split('.');
  return top === 'skills' ? 'skill' : top;
}

function bodyOf(profile: Profile | undefined): Record<string, unknown> {
  if (profile === undefined) return { visible: true };
  return present({
    occupations: profile.occupations.map(({ id }) => id),
    qualifications: qualificationsOf(profile),
    location: locationOf(profile),
    radiusMiles: profile.radiusMiles,
    remote: profile.remote,
    minimumSalary: profile.minimumSalary,
    contracts: profile.contracts,
    hours: profile.hours,
    visible: profile.visible,
    hideFrom: profile.hideFrom,
    alertThreshold: profile.alertThreshold,
  });
}

interface QualificationEntry {
  readonly qualification: string;
  readonly inProgress?: boolean;
}

/** One a line; what else was said of a line that stays is kept. */
function qualificationsFromForm(form: Form, before: Profile | undefined): QualificationEntry[] {
  const known = new Map(qualificationsOf(before).map((entry) => [entry.qualification, entry]));
  return lines(form, 'qualifications').map((line) => known.get(line) ?? { qualification: line });
}

function qualificationsOf(profile: Profile | undefined): QualificationEntry[] {
  return (profile?.qualifications ?? []).map(({ qualification, read }) => ({
    qualification,
    inProgress: read.some(({ inProgress }) => inProgress),
  }));
}

function locationOf({ location }: Profile): object | undefined {
  if (location === undefined) return undefined;
  const { postcode, town, latitude, longitude } = location;
  if (postcode !== undefined) return { postcode };
  return town === undefined ? { latitude, longitude } : { town };
}

function skillsOf(profile: Profile): Partial<SkillEntry>[] {
  return profile.skills.map(skillInput);
}

/** A label in no taxonomy is sent again as it was written: its id is known to nobody. */
function skillInput({ id, label, known, level }: Profile['skills'][number]): Partial<SkillEntry> {
  return present({ skill: known ? id : label, level });
}
