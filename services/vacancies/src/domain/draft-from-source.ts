import type { BatchItem } from '@jobwire/contracts';
import { cleanPosting } from './clean-posting.js';
import { draftVacancy, postingOf, type Origin } from './draft-vacancy.js';
import { withEndInText } from './filled-from-text.js';
import { rewriteFromSource } from './import-decision.js';
import type { Understanding } from './understand.js';
import type { Vacancy } from './vacancy.js';

/** An item of a source, and the vacancy it is known as; plain data that can be sent to another thread. */
export interface DraftRequest {
  readonly item: BatchItem;
  readonly origin: Origin & { readonly sourceHash: string };
  readonly before?: Vacancy | undefined;
  readonly now: Date;
}

/**
 * The vacancy as its source has it now. Reading the advert takes nearly all of the time of an import.
 * @throws DomainError when a field cannot be understood
 */
export function draftFromSource({ item, origin, before, now }: DraftRequest, tools: Understanding): Vacancy {
  const clean = cleanPosting(postingOf(withEndInText(item, now)));
  return before === undefined
    ? draftVacancy(clean, origin, tools, now)
    : rewriteFromSource(before, clean, origin.sourceHash, tools, now);
}
