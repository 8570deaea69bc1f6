import type { PendingState, PublishedStates, ReadingOfState } from '@jobwire/messaging';
import { Database, Publication, PUBLICATION_COLUMNS, publicationIndex } from '@jobwire/sqlite';

const SCHEMA = `CREATE TABLE states (id TEXT PRIMARY KEY, ${PUBLICATION_COLUMNS}, doc TEXT); ${publicationIndex('states')}`;

interface Document {
  readonly id: string;
  readonly revision: number;
  readonly doc: string | null;
}

/** Where one side of the market is kept, with the publication that the services' own stores use. */
export class StateStore<State extends object> implements PublishedStates<State & Identity> {
  private readonly db = new Database({ file: ':memory:', migrations: [SCHEMA] });
  private readonly publication = new Publication(this.db, 'states');

  put(id: string, state: State): number {
    const sql = `INSERT INTO states (id, revision, doc) VALUES (?, 1, ?)
      ON CONFLICT (id) DO UPDATE SET revision = revision + 1, doc = excluded.doc RETURNING revision`;
    return this.db.get<{ revision: number }>(sql, id, JSON.stringify(state))?.revision ?? 0;
  }

  end(id: string): void {
    this.db.run('UPDATE states SET doc = NULL, revision = revision + 1 WHERE id = ?', id);
  }

  living(): (State & Identity)[] {
    return this.documents('WHERE doc IS NOT NULL ORDER BY id').flatMap(
      (document) => stateOf<State>(document) ?? [],
    );
  }

  async unpublished(limit: number): Promise<readonly PendingState<State & Identity>[]> {
    const pending = await Promise.all(this.publication.unpublishedIds(limit).map((id) => this.pending(id)));
    return pending.flatMap((state) => state ?? []);
  }

  async pending(key: string): Promise<PendingState<State & Identity> | undefined> {
    const [document] = this.documents('WHERE id = ?', key);
    return document && { key, revision: document.revision, data: stateOf<State>(document) };
  }

  async confirm(readings: readonly ReadingOfState[]) {
    const answers = this.publication.confirm(readings);
    this.db.run('DELETE FROM states WHERE doc IS NULL AND revision = published_revision');
    return answers;
  }

  close(): void {
    this.db.close();
  }

  private documents(where: string, ...values: string[]): Document[] {
    return this.db.all<Document & object>(`SELECT id, revision, doc FROM states ${where}`, ...values);
  }
}

export interface Identity {
  readonly id: string;
  readonly revision: number;
}

function stateOf<State>({ id, revision, doc }: Document): (State & Identity) | null {
  return doc === null ? null : { ...(JSON.parse(doc) as State), id, revision };
}
