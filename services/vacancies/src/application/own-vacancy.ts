import type { Caller } from '@jobwire/platform';
import { notYourVacancy, vacancyNotFound } from '../domain/vacancy.errors.js';
import type { Vacancy } from '../domain/vacancy.js';
import type { Vacancies } from './ports.js';

/** @throws DomainError VACANCY_NOT_FOUND or NOT_YOUR_VACANCY */
export async function ownVacancy(vacancies: Vacancies, id: string, caller: Caller): Promise<Vacancy> {
  const vacancy = await vacancies.get(id);
  if (vacancy === undefined) throw vacancyNotFound();
  if (vacancy.employer.id !== caller.employer?.id) throw notYourVacancy();
  return vacancy;
}
