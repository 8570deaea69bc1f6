import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@jobwire/kernel';
import type { StateRelay } from '@jobwire/messaging';
import { CLOCK } from '@jobwire/platform';
import { followIds } from '../domain/follow-ids.js';
import type { Understanding } from '../domain/understand.js';
import { RELAY, UNDERSTANDING, VACANCIES, type ListVacancies, type Vacancies } from './ports.js';

const PAGE = 200;

/** A newer taxonomy replaces concepts; open vacancies follow, once after each start, a page at a turn. */
@Injectable()
export class FollowReplaced {
  private after: ListVacancies['after'];
  private isDone = false;

  constructor(
    @Inject(VACANCIES) private readonly vacancies: Vacancies,
    @Inject(UNDERSTANDING) private readonly understanding: Understanding,
    @Inject(RELAY) private readonly relay: StateRelay,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    if (this.isDone) return;
    const page = await this.vacancies.list({ after: this.after, limit: PAGE });
    const { taxonomy } = this.understanding;
    const changed = page.flatMap((vacancy) => followIds(vacancy, taxonomy, this.clock.now()) ?? []);
    // Whoever was faster wrote with the taxonomy of today.
    const replaced = changed.length === 0 ? [] : await this.vacancies.replace(changed);
    await this.relay.publishAll(changed.filter((_, at) => replaced[at] === true).map(({ id }) => id));
    const last = page.at(-1);
    this.after = last && { postedAt: last.postedAt, id: last.id };
    this.isDone = page.length < PAGE;
  }
}
