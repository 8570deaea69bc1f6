import { Inject, Injectable } from '@nestjs/common';
import { topics, type Candidate } from '@jobwire/contracts';
import { CONTEXT, type Caller, type ServiceContext } from '@jobwire/platform';
import { setTimeout as pause } from 'node:timers/promises';
import type { VacancyCard } from '../domain/cards.js';
import { candidateOf } from '../domain/in-words.js';
import { vacancyNotFound } from '../domain/notifications.errors.js';
import { CARDS, INBOX, LABELS, type Cards, type Inbox, type Labels, type ReadCandidates } from './ports.js';

/** A vacancy answered with 201 a moment ago is on the log; its card is at most this far behind. */
const PATIENCE_MS = 2000;
const LOOK_EVERY_MS = 10;

@Injectable()
export class ListCandidates {
  constructor(
    @Inject(INBOX) private readonly inbox: Inbox,
    @Inject(CARDS) private readonly cards: Cards,
    @Inject(LABELS) private readonly labels: Labels,
    @Inject(CONTEXT) private readonly context: ServiceContext,
  ) {}

  /** @throws DomainError VACANCY_NOT_FOUND also for a vacancy of another employer */
  async page(query: ReadCandidates, caller: Caller): Promise<{ items: Candidate[]; more: boolean }> {
    const card = (await this.card(query.vacancyId)) ?? (await this.cardOnceRead(query.vacancyId));
    if (card === undefined || card.employerId !== caller.employer?.id) throw vacancyNotFound();
    const found = await this.inbox.candidates({ ...query, limit: query.limit + 1 });
    const items = found.slice(0, query.limit).map((item) => candidateOf(item, this.labels));
    return { items, more: found.length > query.limit };
  }

  private async card(vacancyId: string): Promise<VacancyCard | undefined> {
    return (await this.cards.of([vacancyId])).get(vacancyId);
  }

  /** Waits until this service has read what the log had when the question came, then looks once more. */
  private async cardOnceRead(vacancyId: string): Promise<VacancyCard | undefined> {
    const { log, name } = this.context;
    const topic = topics.vacancies.name;
    const ends = await log.watermarks(topic);
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      const read = await log.committed(name, topic);
      const behind = ends.some(
        ({ partition, low, high }) => high > low && (read.get(partition)?.offset ?? 0) < high,
      );
      if (!behind || performance.now() > deadline) return this.card(vacancyId);
      await pause(LOOK_EVERY_MS);
    }
  }
}
