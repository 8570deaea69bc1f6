import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@jobwire/kernel';
import type { StateRelay } from '@jobwire/messaging';
import { CLOCK, type Caller } from '@jobwire/platform';
import { revise, type Vacancy } from '../domain/vacancy.js';
import { notAnEmployer } from '../domain/vacancy.errors.js';
import { EMPLOYERS, RELAY, VACANCIES, type Employers, type Vacancies } from './ports.js';

const PAGE = 200;

/** An employer's name: their own choice, else the token's. A new one shows on the open vacancies too. */
@Injectable()
export class RenameEmployer {
  constructor(
    @Inject(EMPLOYERS) private readonly employers: Employers,
    @Inject(VACANCIES) private readonly vacancies: Vacancies,
    @Inject(RELAY) private readonly relay: StateRelay,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(caller: Caller): Promise<{ id: string; name: string }> {
    if (caller.employer === undefined) throw notAnEmployer();
    const { id, name } = caller.employer;
    return { id, name: (await this.employers.name(id)) ?? name };
  }

  async rename(caller: Caller, name: string): Promise<{ id: string; name: string }> {
    if (caller.employer === undefined) throw notAnEmployer();
    const { id } = caller.employer;
    await this.employers.rename(id, name);
    await this.showOnVacancies(id, name);
    return { id, name };
  }

  private async showOnVacancies(employerId: string, name: string): Promise<void> {
    let after: { postedAt: string; id: string } | undefined;
    for (;;) {
      const page = await this.vacancies.list({ employerId, status: 'open', after, limit: PAGE });
      const renamed = page.filter((vacancy) => vacancy.employer.name !== name);
      await this.replace(renamed, { id: employerId, name });
      after = page.at(-1);
      if (page.length < PAGE) return;
    }
  }

  /** A vacancy that changed meanwhile kept the old name: it is taken again as it is now. */
  private async replace(vacancies: readonly Vacancy[], employer: Vacancy['employer']): Promise<void> {
    for (let left = vacancies; left.length > 0;) {
      const now = this.clock.now();
      const answers = await this.vacancies.replace(left.map((vacancy) => revise(vacancy, { employer }, now)));
      await this.relay.publishAll(left.map((vacancy) => vacancy.id));
      const lost = left.filter((_, n) => answers[n] !== true);
      const asNow = await Promise.all(lost.map(({ id }) => this.vacancies.get(id)));
      left = asNow.flatMap((vacancy) => (vacancy?.status === 'open' ? vacancy : []));
    }
  }
}
