import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@jobwire/kernel';
import type { StateRelay } from '@jobwire/messaging';
import { CLOCK, type Caller } from '@jobwire/platform';
import { end, type Vacancy } from '../domain/vacancy.js';
import { ownVacancy } from './own-vacancy.js';
import { RELAY, VACANCIES, type Vacancies } from './ports.js';

@Injectable()
export class CloseVacancy {
  constructor(
    @Inject(VACANCIES) private readonly vacancies: Vacancies,
    @Inject(RELAY) private readonly relay: StateRelay,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Closing what has ended changes nothing. */
  async close(id: string, caller: Caller): Promise<Vacancy> {
    for (;;) {
      const vacancy = await ownVacancy(this.vacancies, id, caller);
      if (vacancy.status !== 'open') return vacancy;
      const closed = end(vacancy, 'closed', this.clock.now());
      const [replaced] = await this.vacancies.replace([closed]);
      if (replaced !== true) continue;
      await this.relay.publish(id);
      return closed;
    }
  }
}
