import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@jobwire/kernel';
import type { StateRelay } from '@jobwire/messaging';
import { CLOCK } from '@jobwire/platform';
import { end, promote, revise, type Vacancy } from '../domain/vacancy.js';
import { RELAY, VACANCIES, type Vacancies } from './ports.js';

const PAGE = 200;
const DAY_MS = 24 * 3_600_000;
/** Ended vacancies stay readable this long; match sets and their readers have long seen the end by then. */
const KEPT_AFTER_END_MS = 28 * DAY_MS;

/** What time does to vacancies: they expire, their duplicates speak up, and at last they are forgotten. */
@Injectable()
export class EndDueVacancies {
  constructor(
    @Inject(VACANCIES) private readonly vacancies: Vacancies,
    @Inject(RELAY) private readonly relay: StateRelay,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    await this.expire();
    await this.settleDuplicates();
    await this.forget();
  }

  private async expire(): Promise<void> {
    for (;;) {
      const now = this.clock.now();
      const due = await this.vacancies.due(now, PAGE);
      await this.replace(due.map((vacancy) => end(vacancy, 'expired', now)));
      if (due.length < PAGE) return;
    }
  }

  /** The oldest orphan of a text takes the place of its twin, the others follow it. */
  private async settleDuplicates(): Promise<void> {
    const orphans = await this.vacancies.orphans(PAGE);
    for (const orphan of orphans) {
      const now = this.clock.now();
      const original = (await this.vacancies.originals([orphan.fingerprint])).get(orphan.fingerprint);
      const settled =
        original === undefined ? promote(orphan, now) : revise(orphan, { duplicateOf: original.id }, now);
      await this.replace([settled]);
    }
  }

  private async forget(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_AFTER_END_MS);
    const forgotten = await this.vacancies.forgetEnded(before, PAGE);
    await this.relay.publishAll(forgotten);
  }

  private async replace(vacancies: readonly Vacancy[]): Promise<void> {
    if (vacancies.length === 0) return;
    await this.vacancies.replace(vacancies);
    await this.relay.publishAll(vacancies.map((vacancy) => vacancy.id));
  }
}
