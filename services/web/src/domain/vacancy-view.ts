import type { Vacancy } from '@jobwire/contracts';
import { asLabel, payInWords } from './in-words.js';
import { qualificationsInWords } from './qualification-view.js';

export interface VacancyView {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly status: Vacancy['status'];
  /** Place, pay, hours, contract: what is stated, in one line. */
  readonly facts: string;
  readonly skills: readonly string[];
  /** What the text asks for in degrees and the like; nobody is matched by it. */
  readonly qualifications: readonly string[];
  readonly duplicate: boolean;
  /** "12", or "50+" when there are more than were counted. */
  readonly candidates?: string;
}

/** A vacancy of one's own as the page shows it. */
export function vacancyView(vacancy: Vacancy, candidates?: string): VacancyView {
  return {
    id: vacancy.id,
    version: `${vacancy.revision}-${candidates ?? ''}`,
    title: vacancy.title,
    status: vacancy.status,
    facts: factsOf(vacancy).join(', '),
    skills: vacancy.skills.required.map((skill) => skill.label),
    qualifications: qualificationsInWords(vacancy),
    duplicate: vacancy.duplicateOf !== undefined,
    ...(candidates === undefined ? {} : { candidates }),
  };
}

/** Place, pay, hours, contract: what is stated. */
export function factsOf(vacancy: Vacancy): string[] {
  const facts = [
    placeOf(vacancy),
    payInWords(vacancy.salary),
    vacancy.hours === 'either' ? 'full-time or part-time' : vacancy.hours,
    vacancy.contract,
  ].filter((fact) => fact !== undefined);
  const [first, ...rest] = facts;
  return first === undefined ? [] : [asLabel(first), ...rest];
}

function placeOf({ location, remote }: Vacancy): string | undefined {
  if (remote === 'full')
    return location === undefined ? 'from anywhere' : `${location.label} or from anywhere`;
  return remote === 'hybrid' && location !== undefined ? `${location.label} and from home` : location?.label;
}
