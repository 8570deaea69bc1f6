import type { Problem } from '@jobwire/contracts';
import type { Reply } from '../../application/answers.js';

/** Nobody is signed in on the side that the page belongs to. */
export class NotSignedIn extends Error {}

/** The API said no, and no form is at hand that could show it. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}

/** The answer of a reply that has to be there. */
export function bodyOf<Answer>(reply: Reply<Answer>): Answer {
  if (reply.ok) return reply.body;
  throw new Refused(reply.problem);
}

/** True for refusals that a form shows beside its fields. */
export function isFormError({ status }: Problem): boolean {
  return status === 422 || status === 400 || status === 409 || status === 413;
}
