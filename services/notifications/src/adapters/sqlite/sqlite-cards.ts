import type { Database } from '@jobwire/sqlite';
import type { Cards } from '../../application/ports.js';
import type { VacancyCard } from '../../domain/cards.js';

const COLUMNS = `vacancy_id AS vacancyId, revision, employer_id AS employerId, employer_name AS employerName, title, location`;

export class SqliteCards implements Cards {
  constructor(private readonly db: Database) {}

  async keep(cards: readonly VacancyCard[]): Promise<void> {
    if (cards.length === 0) return;
    const sql = `INSERT INTO cards VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (vacancy_id) DO UPDATE SET revision = excluded.revision, employer_id = excluded.employer_id,
        employer_name = excluded.employer_name, title = excluded.title, location = excluded.location
      WHERE excluded.revision > cards.revision`;
    await this.db.write(() => {
      for (const { vacancyId, revision, employerId, employerName, title, location } of cards)
        this.db.run(sql, vacancyId, revision, employerId, employerName, title, location);
    });
  }

  async of(vacancyIds: readonly string[]): Promise<Map<string, VacancyCard>> {
    const sql = `SELECT ${COLUMNS} FROM cards WHERE vacancy_id IN (SELECT value FROM json_each(?))`;
    const found = this.db.all<VacancyCard & object>(sql, JSON.stringify(vacancyIds));
    return new Map(found.map((card) => [card.vacancyId, card]));
  }
}
