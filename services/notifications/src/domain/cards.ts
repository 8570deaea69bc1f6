import type { VacancyState } from '@jobwire/contracts';

/** What an alert says of its vacancy. A vacancy that was forgotten leaves its id and revision only. */
export interface VacancyCard {
  readonly vacancyId: string;
  readonly revision: number;
  readonly employerId: string;
  readonly employerName: string;
  readonly title: string;
  readonly location: string;
}

export function cardOf(vacancy: VacancyState): VacancyCard {
  return {
    vacancyId: vacancy.id,
    revision: vacancy.revision,
    employerId: vacancy.employer.id,
    employerName: vacancy.employer.name,
    title: vacancy.title,
    location: placeOf(vacancy),
  };
}

export function goneCard(vacancyId: string, revision: number): VacancyCard {
  return { vacancyId, revision, employerId: '', employerName: '', title: '', location: '' };
}

function placeOf({ location, remote }: VacancyState): string {
  const place = location?.label ?? '';
  if (remote === 'full') return place === '' ? 'Remote' : `${place} or remote`;
  return remote === 'hybrid' ? `${place} (hybrid)` : place;
}

/** Whose profile it is. */
export interface Person {
  readonly profileId: string;
  readonly owner: string;
  readonly revision: number;
}
