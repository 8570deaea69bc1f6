import { Controller, Inject } from '@nestjs/common';
import { calls } from '@jobwire/contracts';
import { Answers, CallInput, cursorOf, readCursor, type Input } from '@jobwire/platform';
import { z } from 'zod';
import { ListCandidates } from '../../application/list-candidates.js';

const Cursor = z.strictObject({ score: z.int(), pseudonym: z.string() });

@Controller()
export class CandidatesController {
  constructor(@Inject(ListCandidates) private readonly listing: ListCandidates) {}

  @Answers(calls.listCandidates)
  async list(@CallInput() { params, query, caller }: Input<typeof calls.listCandidates>) {
    const after = query.after === undefined ? undefined : readCursor(query.after, Cursor);
    const { items, more } = await this.listing.page(
      { vacancyId: params.id, after, limit: query.limit },
      caller,
    );
    const last = items.at(-1);
    if (!more || last === undefined) return { items };
    return { items, next: cursorOf({ score: last.score, pseudonym: last.pseudonym }) };
  }
}
