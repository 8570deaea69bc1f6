import type { MatchSubject } from '@jobwire/contracts';
import type { Database } from '@jobwire/sqlite';
import type { Inbox, Pair, ReadCandidates, ReadInbox } from '../../application/ports.js';
import type { Item } from '../../domain/item.js';
import { ITEM_COLUMNS, itemOf, rowOf } from './item-rows.js';

const PUT = `INSERT INTO items (${ITEM_COLUMNS.join(', ')}) VALUES (${ITEM_COLUMNS.map(() => '?').join(', ')})
  ON CONFLICT (profile_id, vacancy_id) DO UPDATE SET ${ITEM_COLUMNS.map((name) => `${name} = excluded.${name}`).join(', ')}`;
const SEE = `UPDATE items SET seen = 1, doc = json_set(doc, '$.seen', json('true')) WHERE owner = ?`;
const IN_INBOX = `inbox <> 'none' AND dismissed = 0`;

export class SqliteInbox implements Inbox {
  constructor(private readonly db: Database) {}

  async update<P extends Pair>(
    pairs: readonly P[],
    decide: (pair: P, item: Item | undefined) => Item | undefined,
  ): Promise<void> {
    if (pairs.length === 0) return;
    await this.db.write(() => {
      for (const pair of pairs) {
        const decided = decide(pair, this.pair(pair));
        if (decided !== undefined) this.db.run(PUT, ...rowOf(decided));
      }
    });
  }

  async unconfirmed(subject: MatchSubject, partition: number, epoch: number): Promise<Pair[]> {
    const select = 'SELECT profile_id AS profileId, vacancy_id AS vacancyId FROM items WHERE shown = 1';
    if (subject.kind === 'all')
      return this.db.all<{ profileId: string; vacancyId: string }>(
        `${select} AND partition = ? AND epoch < ?`,
        partition,
        epoch,
      );
    const [side, revision] =
      subject.kind === 'vacancy' ? ['vacancy_id', 'vacancy_revision'] : ['profile_id', 'profile_revision'];
    return this.db.all<{ profileId: string; vacancyId: string }>(
      `${select} AND ${side} = ? AND partition = ? AND (${revision} < ? OR epoch < ?)`,
      subject.id,
      partition,
      subject.revision,
      epoch,
    );
  }

  async changedAt(partition: number, offset: number): Promise<Item[]> {
    return this.db
      .all<{ doc: string }>(
        `SELECT doc FROM items WHERE partition = ? AND position = ?
         UNION SELECT doc FROM items WHERE partition = ? AND list_position = ? AND list <> 'none'`,
        partition,
        offset,
        partition,
        offset,
      )
      .map(itemOf);
  }

  async read({ owner, order, after, state, limit }: ReadInbox): Promise<Item[]> {
    const [than, direction] = order === 'newest' ? ['<', 'DESC'] : ['>', 'ASC'];
    const where = [`owner = ? AND ${IN_INBOX}`];
    const values: (string | number)[] = [owner];
    if (after !== undefined && after.id !== undefined) {
      where.push(`(position, id) ${than} (?, ?)`);
      values.push(after.position, after.id);
    } else if (after !== undefined) {
      where.push(`position ${than}= ?`);
      values.push(after.position);
    }
    if (state !== undefined) {
      where.push('inbox = ?');
      values.push(state);
    }
    const sql = `SELECT doc FROM items WHERE ${where.join(' AND ')} ORDER BY position ${direction}, id ${direction} LIMIT ?`;
    return this.db.all<{ doc: string }>(sql, ...values, limit).map(itemOf);
  }

  async candidates({ vacancyId, after, limit }: ReadCandidates): Promise<Item[]> {
    const listed = `vacancy_id = ? AND list IN ('found', 'changed')`;
    const order = 'ORDER BY score DESC, pseudonym LIMIT ?';
    const rows =
      after === undefined
        ? this.db.all<{ doc: string }>(`SELECT doc FROM items WHERE ${listed} ${order}`, vacancyId, limit)
        : this.db.all<{ doc: string }>(
            `SELECT doc FROM items WHERE ${listed} AND (score < ? OR (score = ? AND pseudonym > ?)) ${order}`,
            vacancyId,
            after.score,
            after.score,
            after.pseudonym,
            limit,
          );
    return rows.map(itemOf);
  }

  async one(owner: string, id: string): Promise<Item | undefined> {
    const row = this.db.get<{ doc: string }>(
      `SELECT doc FROM items WHERE owner = ? AND id = ? AND ${IN_INBOX}`,
      owner,
      id,
    );
    return row === undefined ? undefined : itemOf(row);
  }

  async unread(owner: string): Promise<number> {
    const sql = `SELECT count(*) AS n FROM items
      WHERE owner = ? AND ${IN_INBOX} AND seen = 0 AND inbox IN ('found', 'changed')`;
    return this.db.get<{ n: number }>(sql, owner)?.n ?? 0;
  }

  async newest(owner: string): Promise<number> {
    const sql = `SELECT max(position) AS newest FROM items WHERE owner = ? AND ${IN_INBOX}`;
    return this.db.get<{ newest: number | null }>(sql, owner)?.newest ?? 0;
  }

  async see(owner: string, id: string): Promise<void> {
    this.db.run(`${SEE} AND id = ? AND ${IN_INBOX}`, owner, id);
  }

  async seeAll(owner: string): Promise<void> {
    this.db.run(`${SEE} AND seen = 0 AND ${IN_INBOX}`, owner);
  }

  async dismiss(owner: string, id: string): Promise<void> {
    const sql = `UPDATE items SET dismissed = 1, doc = json_set(doc, '$.dismissed', json('true'))
      WHERE owner = ? AND id = ? AND ${IN_INBOX}`;
    this.db.run(sql, owner, id);
  }

  async forget(profileId: string): Promise<void> {
    if (this.db.run('DELETE FROM items WHERE profile_id = ?', profileId) > 0) this.db.checkpoint();
  }

  async removeWithdrawn(before: Date): Promise<void> {
    this.db.run('DELETE FROM items WHERE shown = 0 AND dismissed = 0 AND at < ?', before.toISOString());
  }

  /** The log is another one: its first set of each subject is news, and no place of the former is left. */
  forgetLog(): void {
    this.db
      .run(`UPDATE items SET epoch = 0, position = min(position, 0), list_position = min(list_position, 0),
      doc = json_set(doc, '$.epoch', 0, '$.offset', -1, '$.position', min(position, 0),
        '$.listPosition', min(list_position, 0))`);
  }

  private pair({ profileId, vacancyId }: Pair): Item | undefined {
    const row = this.db.get<{ doc: string }>(
      'SELECT doc FROM items WHERE profile_id = ? AND vacancy_id = ?',
      profileId,
      vacancyId,
    );
    return row === undefined ? undefined : itemOf(row);
  }
}
