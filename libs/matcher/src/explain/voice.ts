/** Whom an explanation speaks to: the jobseeker about themselves, or the employer about a candidate. */
export type Voice = 'jobseeker' | 'employer';

export interface ExplainOptions {
  readonly voice: Voice;
  /** The words for a skill or an occupation id. */
  readonly labelOf: (id: string) => string;
}
