import type { Vacancy as PublicVacancy, VacancyState } from '@jobwire/contracts';
import type { ReadFromText, Vacancy } from './vacancy.js';

/** What goes on the topic. A duplicate is published as closed: it matches nobody. */
export function stateOf(vacancy: Vacancy): VacancyState {
  return {
    ...core(vacancy),
    ...matched(vacancy.understood),
    status: vacancy.duplicateOf === undefined ? vacancy.status : 'closed',
  };
}

/** Shown, and nobody is matched by it. */
const SHOWN_ONLY = new Set([
  'skillsFrom',
  'mentions',
  'salaryQuote',
  'language',
  'closingDate',
  'shifts',
  'places',
  'qualifications',
]);

type Matched = Omit<
  Vacancy['understood'],
  'skillsFrom' | 'mentions' | 'salaryQuote' | 'language' | keyof ReadFromText
>;

function matched(understood: Vacancy['understood']): Matched {
  return Object.fromEntries(
    Object.entries(understood).filter(([field]) => !SHOWN_ONLY.has(field)),
  ) as Matched;
}

/** What the API answers. */
export function publicVacancy(vacancy: Vacancy): PublicVacancy {
  const { mentions, ...understood } = vacancy.understood;
  return {
    ...core(vacancy),
    ...understood,
    ...(mentions === undefined ? {} : { mentions: [...mentions] }),
    status: vacancy.status,
    updatedAt: vacancy.updatedAt,
    ...(vacancy.duplicateOf === undefined ? {} : { duplicateOf: vacancy.duplicateOf }),
  };
}

function core(vacancy: Vacancy) {
  const { title, description, positions, closesAt, externalReference } = vacancy.posting;
  return {
    id: vacancy.id,
    revision: vacancy.revision,
    employer: vacancy.employer,
    title,
    description,
    postedAt: vacancy.postedAt,
    ...(positions === undefined ? {} : { positions }),
    ...(closesAt === undefined ? {} : { closesAt }),
    ...(externalReference === undefined ? {} : { externalReference }),
    ...(vacancy.source === undefined ? {} : { source: vacancy.source }),
  };
}
