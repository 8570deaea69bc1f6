import { readFileSync } from 'node:fs';

/** The two sides of the page. */
export const sides = ['jobseeker', 'employer'] as const;
export type Side = (typeof sides)[number];

/** Somebody to try the service as. The id is the token's subject, and the employer's id. */
export interface DevelopmentPerson {
  readonly id: string;
  readonly name: string;
  readonly about: string;
}

export interface DevelopmentPeople {
  readonly jobseekers: readonly DevelopmentPerson[];
  readonly employers: readonly DevelopmentPerson[];
}

/** The named people of the development sign-in; the demo's sample set gives the same ones profiles and vacancies. */
export const developmentPeople = JSON.parse(
  readFileSync(new URL('../../data/development-people.json', import.meta.url), 'utf8'),
) as DevelopmentPeople;

export function peopleOf(side: Side): readonly DevelopmentPerson[] {
  return side === 'jobseeker' ? developmentPeople.jobseekers : developmentPeople.employers;
}

export function findPerson(side: Side, id: string): DevelopmentPerson | undefined {
  return peopleOf(side).find((person) => person.id === id);
}
