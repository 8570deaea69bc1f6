import { Controller, Inject } from '@nestjs/common';
import { calls } from '@jobwire/contracts';
import { Answers, CallInput, cursorOf, readCursor, type Input } from '@jobwire/platform';
import { z } from 'zod';
import { MarkAlerts } from '../../application/mark-alerts.js';
import { EPOCH, type Epoch } from '../../application/ports.js';
import { ReadOwnAlerts } from '../../application/read-own-alerts.js';

const Cursor = z.strictObject({ order: z.enum(['newest', 'oldest']), position: z.int(), id: z.string() });
const POSITION = /^\d{1,15}$/;

@Controller()
export class AlertsController {
  constructor(
    @Inject(ReadOwnAlerts) private readonly reading: ReadOwnAlerts,
    @Inject(MarkAlerts) private readonly marking: MarkAlerts,
    @Inject(EPOCH) private readonly epoch: Epoch,
  ) {}

  @Answers(calls.listAlerts)
  async list(@CallInput() { query, caller }: Input<typeof calls.listAlerts>) {
    const { order, ...after } = placeOf(query.after);
    const { items, next, unread } = await this.reading.page({
      owner: caller.owner,
      order,
      ...('position' in after ? { after } : {}),
      state: query.state,
      limit: query.limit,
    });
    const page = { epoch: await this.epoch(), unread, items };
    return next === undefined
      ? page
      : { ...page, next: cursorOf({ order, position: next.position, id: next.id }) };
  }

  @Answers(calls.getAlert)
  get(@CallInput() { params, caller }: Input<typeof calls.getAlert>) {
    return this.reading.one(caller.owner, params.id);
  }

  @Answers(calls.seeAlert)
  see(@CallInput() { params, caller }: Input<typeof calls.seeAlert>): Promise<void> {
    return this.marking.see(caller.owner, params.id);
  }

  @Answers(calls.dismissAlert)
  dismiss(@CallInput() { params, caller }: Input<typeof calls.dismissAlert>): Promise<void> {
    return this.marking.dismiss(caller.owner, params.id);
  }

  @Answers(calls.seeAllAlerts)
  seeAll(@CallInput() { caller }: Input<typeof calls.seeAllAlerts>): Promise<void> {
    return this.marking.seeAll(caller.owner);
  }
}

/** A position begins there, itself included, oldest first; a cursor goes on as it began; nothing: newest first. */
function placeOf(
  after: string | undefined,
): z.infer<typeof Cursor> | { order: 'newest' } | { order: 'oldest'; position: number } {
  if (after === undefined) return { order: 'newest' };
  return POSITION.test(after) ? { order: 'oldest', position: Number(after) } : readCursor(after, Cursor);
}
