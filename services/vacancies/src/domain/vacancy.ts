import type {
  SkillMention,
  Vacancy as PublicVacancy,
  VacancyInput,
  VacancyState,
  VacancyStatus,
} from '@jobwire/contracts';

/** What the employer wrote, cleaned at the door: description is sanitised HTML without contact details. */
export type Posting = VacancyInput;

/** What was understood of a posting, in the words of the public state. */
export type Understood = Pick<
  VacancyState,
  | 'location'
  | 'remote'
  | 'skills'
  | 'mustHave'
  | 'occupation'
  | 'salary'
  | 'yearlySalary'
  | 'contract'
  | 'hours'
> & {
  readonly skillsFrom: 'employer' | 'text';
  /** What in the text was taken for skills; absent when the employer listed them. */
  readonly mentions?: readonly SkillMention[];
  readonly salaryQuote?: string;
  readonly language?: string;
} & ReadFromText;

/** What the text says that nobody is matched by. */
export type ReadFromText = Pick<PublicVacancy, 'closingDate' | 'shifts' | 'places' | 'qualifications'>;

export interface Vacancy {
  readonly id: string;
  readonly revision: number;
  readonly status: VacancyStatus;
  readonly employer: { readonly id: string; readonly name: string };
  readonly posting: Posting;
  readonly understood: Understood;
  /** Equal for vacancies of one employer that say the same at the same place. */
  readonly fingerprint: string;
  /** The vacancy that said the same first. A duplicate is kept, and not published while its twin is open. */
  readonly duplicateOf?: string;
  readonly source?: { readonly name: string; readonly id: string };
  /** Of what the source sent: tells an unchanged posting from an updated one. */
  readonly sourceHash?: string;
  readonly postedAt: string;
  readonly updatedAt: string;
  readonly endedAt?: string;
}

/** The revision `change` makes of `vacancy`. */
export function revise(vacancy: Vacancy, change: Partial<Vacancy>, now: Date): Vacancy {
  return { ...vacancy, ...change, revision: vacancy.revision + 1, updatedAt: now.toISOString() };
}

export function end(vacancy: Vacancy, status: 'closed' | 'expired', now: Date): Vacancy {
  return revise(vacancy, { status, endedAt: now.toISOString() }, now);
}

/** A duplicate whose twin has ended speaks for itself. */
export function promote(vacancy: Vacancy, now: Date): Vacancy {
  const { duplicateOf: _, ...own } = vacancy;
  return revise(own, {}, now);
}

export function hasPassed(instant: string | undefined, now: Date): boolean {
  return instant !== undefined && Date.parse(instant) <= now.getTime();
}
