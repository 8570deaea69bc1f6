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
