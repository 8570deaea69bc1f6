import { Controller, Inject } from '@nestjs/common';
import { vacancyState, type VacancyState } from '@jobwire/contracts';
import { OnEvents, type EventBatch } from '@jobwire/messaging';
import { CARDS, type Cards } from '../../application/ports.js';
import { cardOf, goneCard } from '../../domain/cards.js';

/** Keeps what alerts say of their vacancies. */
@Controller()
export class VacancyStateHandler {
  constructor(@Inject(CARDS) private readonly cards: Cards) {}

  @OnEvents(vacancyState)
  async keep({ records }: EventBatch<VacancyState>): Promise<void> {
    await this.cards.keep(
      records.map(({ key, data, revision = 0 }) => (data === null ? goneCard(key, revision) : cardOf(data))),
    );
  }
}
