import { readFileSync } from 'node:fs';
import type { DevelopmentPeople, DevelopmentPerson, Side } from '../../domain/development-people.js';

/** The named people of the development sign-in; the demo's sample set gives the same ones profiles and vacancies. */
export const developmentPeople = JSON.parse(
  readFileSync(new URL('../../../data/development-people.json', import.meta.url), 'utf8'),
) as DevelopmentPeople;

export function peopleOf(side: Side): readonly DevelopmentPerson[] {
  return side === 'jobseeker' ? developmentPeople.jobseekers : developmentPeople.employers;
}

export function findPerson(side: Side, id: string): DevelopmentPerson | undefined {
  return peopleOf(side).find((person) => person.id === id);
}
