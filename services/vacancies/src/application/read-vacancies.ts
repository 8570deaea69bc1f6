import { Inject, Injectable } from '@nestjs/common';
import { vacancyNotFound } from '../domain/vacancy.errors.js';
import type { Vacancy } from '../domain/vacancy.js';
import { VACANCIES, type ListVacancies, type Vacancies } from './ports.js';

@Injectable()
export class ReadVacancies {
  constructor(@Inject(VACANCIES) private readonly vacancies: Vacancies) {}

  async one(id: string): Promise<Vacancy> {
    const vacancy = await this.vacancies.get(id);
    if (vacancy === undefined) throw vacancyNotFound();
    return vacancy;
  }

  /** One more than asked for is read, to know whether there is a next page. */
  async page(query: ListVacancies): Promise<{ items: readonly Vacancy[]; next: Vacancy | undefined }> {
    const found = await this.vacancies.list({ ...query, limit: query.limit + 1 });
    const items = found.slice(0, query.limit);
    return { items, next: found.length > query.limit ? items.at(-1) : undefined };
  }
}
