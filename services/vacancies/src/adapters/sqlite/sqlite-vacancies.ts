import type { VacancyState } from '@jobwire/contracts';
import type { PendingState } from '@jobwire/messaging';
import { Publication, type Database, type Reading } from '@jobwire/sqlite';
import type { Inserted, ListVacancies, Vacancies } from '../../application/ports.js';
import { stateOf } from '../../domain/public-state.js';
import type { Vacancy } from '../../domain/vacancy.js';

const COLUMNS = `revision, status, employer_id, external_reference, source_name, source_id, fingerprint, duplicate_of,
  posted_at, closes_at, ended_at, doc`;
const OPEN_ORIGINAL = `status = 'open' AND duplicate_of IS NULL`;

interface DocRow {
  doc: string;
}

export class SqliteVacancies implements Vacancies {
  private readonly publication: Publication;

  constructor(private readonly db: Database) {
    this.publication = new Publication(db, 'vacancies');
  }

  async insert(vacancies: readonly Vacancy[]): Promise<Inserted[]> {
    if (vacancies.length === 0) return [];
    return this.db.write(() => vacancies.map((vacancy) => this.insertOne(vacancy)));
  }

  async replace(vacancies: readonly Vacancy[]): Promise<boolean[]> {
    if (vacancies.length === 0) return [];
    const assignments = COLUMNS.split(',').map((column) => `${column.trim()} = ?`);
    const sql = `UPDATE OR IGNORE vacancies SET ${assignments.join(', ')} WHERE id = ? AND revision = ?`;
    return this.db.write(() =>
      vacancies.map((v) => this.db.run(sql, ...valuesOf(v), v.id, v.revision - 1) === 1),
    );
  }

  async get(id: string): Promise<Vacancy | undefined> {
    return this.one('WHERE id = ? AND doc IS NOT NULL', id);
  }

  async ofSource(source: string, sourceIds: readonly string[]): Promise<Map<string, Vacancy>> {
    const found = this.many(
      'WHERE source_name = ? AND source_id IN (SELECT value FROM json_each(?)) AND doc IS NOT NULL',
      source,
      JSON.stringify(sourceIds),
    );
    return new Map(found.map((vacancy) => [vacancy.source?.id ?? '', vacancy]));
  }

  async originals(fingerprints: readonly string[]): Promise<Map<string, Vacancy>> {
    const found = this.many(
      `WHERE ${OPEN_ORIGINAL} AND fingerprint IN (SELECT value FROM json_each(?)) ORDER BY posted_at DESC, id DESC`,
      JSON.stringify(fingerprints),
    );
    return new Map(found.map((vacancy) => [vacancy.fingerprint, vacancy]));
  }

  async orphans(limit: number): Promise<Vacancy[]> {
    return this.many(
      `WHERE status = 'open' AND duplicate_of IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM vacancies AS twin WHERE twin.id = vacancies.duplicate_of AND twin.status = 'open'
           AND twin.duplicate_of IS NULL AND twin.fingerprint = vacancies.fingerprint)
       ORDER BY posted_at, id LIMIT ?`,
      limit,
    );
  }

  async list({ employerId, status, externalReference, after, limit }: ListVacancies): Promise<Vacancy[]> {
    const where = [employerId === undefined ? OPEN_ORIGINAL : 'employer_id = ?', 'doc IS NOT NULL'];
    const values: (string | number)[] = employerId === undefined ? [] : [employerId];
    const and = (condition: string, ...more: string[]): void => {
      where.push(condition);
      values.push(...more);
    };
    if (status !== undefined && employerId !== undefined) and('status = ?', status);
    if (externalReference !== undefined) and('external_reference = ?', externalReference);
    if (after !== undefined) and('(posted_at, id) < (?, ?)', after.postedAt, after.id);
    return this.many(
      `WHERE ${where.join(' AND ')} ORDER BY posted_at DESC, id DESC LIMIT ?`,
      ...values,
      limit,
    );
  }

  async due(now: Date, limit: number): Promise<Vacancy[]> {
    return this.many(
      `WHERE status = 'open' AND closes_at IS NOT NULL AND closes_at <= ? ORDER BY closes_at LIMIT ?`,
      now.toISOString(),
      limit,
    );
  }

  async forgetEnded(before: Date, limit: number): Promise<string[]> {
    const ended = this.db.all<{ id: string }>(
      `SELECT id FROM vacancies WHERE ended_at IS NOT NULL AND ended_at < ? AND doc IS NOT NULL LIMIT ?`,
      before.toISOString(),
      limit,
    );
    for (const { id } of ended)
      this.db.run(
        `UPDATE vacancies SET doc = NULL, revision = revision + 1, source_id = NULL, external_reference = NULL WHERE id = ?`,
        id,
      );
    return ended.map(({ id }) => id);
  }

  async unpublished(limit: number): Promise<PendingState<VacancyState>[]> {
    return this.publication.unpublishedIds(limit).flatMap((id) => this.pendingOf(id) ?? []);
  }

  async pending(key: string): Promise<PendingState<VacancyState> | undefined> {
    return this.pendingOf(key);
  }

  confirm(readings: readonly Reading[]) {
    return this.publication.confirm(readings);
  }

  private pendingOf(id: string): PendingState<VacancyState> | undefined {
    const row = this.db.get<{ revision: number; doc: string | null }>(
      'SELECT revision, doc FROM vacancies WHERE id = ?',
      id,
    );
    if (row === undefined) return undefined;
    const data = row.doc === null ? null : stateOf(JSON.parse(row.doc) as Vacancy);
    return { key: id, revision: row.revision, data };
  }

  private insertOne(vacancy: Vacancy): Inserted {
    const taken = this.holderOf(vacancy);
    if (taken !== undefined) return { inserted: false, taken };
    const places = COLUMNS.split(',').map(() => '?');
    this.db.run(
      `INSERT INTO vacancies (${COLUMNS}, id) VALUES (${places.join(', ')}, ?)`,
      ...valuesOf(vacancy),
      vacancy.id,
    );
    return { inserted: true };
  }

  private holderOf({ id, employer, posting, source }: Vacancy): Vacancy | undefined {
    return this.one(
      `WHERE (id = ? OR (employer_id = ? AND external_reference = ?) OR (source_name = ? AND source_id = ?))
         AND doc IS NOT NULL LIMIT 1`,
      id,
      employer.id,
      posting.externalReference ?? null,
      source?.name ?? null,
      source?.id ?? null,
    );
  }

  private many(where: string, ...values: (string | number | null)[]): Vacancy[] {
    return this.db
      .all<DocRow>(`SELECT doc FROM vacancies ${where}`, ...values)
      .map((row) => JSON.parse(row.doc) as Vacancy);
  }

  private one(where: string, ...values: (string | number | null)[]): Vacancy | undefined {
    return this.many(where, ...values)[0];
  }
}

/** In the order of COLUMNS. */
function valuesOf(vacancy: Vacancy): (string | number | null)[] {
  const { posting, source } = vacancy;
  return [
    vacancy.revision,
    vacancy.status,
    vacancy.employer.id,
    posting.externalReference ?? null,
    source?.name ?? null,
    source?.id ?? null,
    vacancy.fingerprint,
    vacancy.duplicateOf ?? null,
    vacancy.postedAt,
    posting.closesAt ?? null,
    vacancy.endedAt ?? null,
    JSON.stringify(vacancy),
  ];
}
