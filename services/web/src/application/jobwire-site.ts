import type { Call } from '@jobwire/contracts';
import type { AnswerOf, Asked, Reply } from './answers.js';

/** The public HTTP API as the pages see it. */
export interface JobwireSite {
  ask<C extends Call>(call: C, asked?: Asked): Promise<Reply<AnswerOf<C>>>;
}

export const SITE = Symbol('JobwireSite');
