import type { VacancyState } from '@jobwire/contracts';
import type { SkillBook } from '../skills/skill-book.js';

/** How a skill leads to the vacancies that ask for it: see driving-skills.ts. Two bits in the row. */
export const DRIVE = {
  /** Nobody comes to the floor through this skill alone and those that are left out with it. */
  none: 0,
  /** Matters only to scores below `CORE_THRESHOLD`. */
  edge: 1,
  /** Matters to every score. */
  core: 2,
  /** The rarest required skill: whoever has all of them has this one. */
  lead: 3,
} as const;

export interface AskedSkill {
  readonly skill: number;
  readonly required: boolean;
  /** Only the skill itself or a narrower one will do. */
  readonly mustHave: boolean;
  readonly drive: number;
  /** Points that it can bring at most: see vacancy-code.ts. */
  readonly worth: number;
}

type Asking = Pick<VacancyState, 'skills' | 'mustHave'>;

/** A skill both required and desired is required; a must-have that the required list forgot is asked all the same. */
export function askedSkills(vacancy: Asking, book: SkillBook): AskedSkill[] {
  const mustHave = new Set(vacancy.mustHave);
  const required = new Set([...vacancy.skills.required.map((skill) => skill.id), ...mustHave]);
  const desired = new Set(vacancy.skills.desired.map((skill) => skill.id).filter((id) => !required.has(id)));
  const asked = (id: string, isRequired: boolean): AskedSkill => ({
    skill: book.numberOf(id),
    required: isRequired,
    mustHave: mustHave.has(id),
    drive: DRIVE.none,
    worth: 0,
  });
  return [...[...required].map((id) => asked(id, true)), ...[...desired].map((id) => asked(id, false))];
}
