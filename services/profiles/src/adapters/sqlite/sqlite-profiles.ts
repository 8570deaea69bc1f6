import type { ProfileState } from '@jobwire/contracts';
import type { PendingState } from '@jobwire/messaging';
import { Publication, type Database, type Reading } from '@jobwire/sqlite';
import type { Profiles } from '../../application/ports.js';
import { stateOf, type Profile } from '../../domain/profile.js';

export class SqliteProfiles implements Profiles {
  private readonly publication: Publication;

  constructor(private readonly db: Database) {
    this.publication = new Publication(db, 'profiles');
  }

  async ofOwner(owner: string): Promise<Profile | undefined> {
    const row = this.db.get<{ doc: string }>('SELECT doc FROM profiles WHERE owner = ?', owner);
    return row === undefined ? undefined : (JSON.parse(row.doc) as Profile);
  }

  async insert(profile: Profile): Promise<boolean> {
    const { id, revision, owner } = profile;
    const sql = 'INSERT INTO profiles (id, revision, owner, doc) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING';
    return this.db.write(() => this.db.run(sql, id, revision, owner, JSON.stringify(profile)) === 1);
  }

  async replace(profile: Profile): Promise<boolean> {
    const { id, revision } = profile;
    const sql =
      'UPDATE profiles SET revision = ?, doc = ? WHERE id = ? AND revision = ? AND owner IS NOT NULL';
    return this.db.write(() => this.db.run(sql, revision, JSON.stringify(profile), id, revision - 1) === 1);
  }

  async erase(owner: string): Promise<string | undefined> {
    const sql =
      'UPDATE profiles SET owner = NULL, doc = NULL, revision = revision + 1 WHERE owner = ? RETURNING id';
    const erased = this.db.all<{ id: string }>(sql, owner)[0]?.id;
    if (erased !== undefined) this.db.checkpoint();
    return erased;
  }

  async page(after: string, limit: number): Promise<Profile[]> {
    const sql = 'SELECT doc FROM profiles WHERE id > ? AND doc IS NOT NULL ORDER BY id LIMIT ?';
    return this.db.all<{ doc: string }>(sql, after, limit).map(({ doc }) => JSON.parse(doc) as Profile);
  }

  async unburied(): Promise<string[]> {
    const sql = 'SELECT id FROM profiles WHERE revision <> published_revision AND doc IS NULL';
    return this.db.all<{ id: string }>(sql).map(({ id }) => id);
  }

  async unpublished(limit: number): Promise<PendingState<ProfileState>[]> {
    return this.publication.unpublishedIds(limit).flatMap((id) => this.pendingOf(id) ?? []);
  }

  async pending(key: string): Promise<PendingState<ProfileState> | undefined> {
    return this.pendingOf(key);
  }

  confirm(readings: readonly Reading[]) {
    return this.publication.confirm(readings);
  }

  private pendingOf(id: string): PendingState<ProfileState> | undefined {
    const row = this.db.get<{ revision: number; doc: string | null }>(
      'SELECT revision, doc FROM profiles WHERE id = ?',
      id,
    );
    if (row === undefined) return undefined;
    const data = row.doc === null ? null : stateOf(JSON.parse(row.doc) as Profile);
    return { key: id, revision: row.revision, data };
  }
}
