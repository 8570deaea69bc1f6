import type { Database } from './database.js';

/** The columns by which a table of states knows what its topic has. Goes into the table's CREATE statement. */
export const PUBLICATION_COLUMNS = `
  revision INTEGER NOT NULL,
  published_revision INTEGER NOT NULL DEFAULT 0,
  published_offset INTEGER NOT NULL DEFAULT -1`;

/** An index over what is not on its topic yet, to go with the columns. */
export function publicationIndex(table: string): string {
  return `CREATE INDEX ${table}_unpublished ON ${table} (revision) WHERE revision <> published_revision`;
}

export interface Reading {
  readonly key: string;
  readonly revision: number;
  readonly offset: number;
}

/** What a relay asks of a table with the publication columns, a primary key `id` and the state in `doc`. */
export class Publication {
  constructor(
    private readonly db: Database,
    private readonly table: string,
  ) {}

  unpublishedIds(limit: number): string[] {
    const sql = `SELECT id FROM ${this.table} WHERE revision <> published_revision ORDER BY rowid LIMIT ?`;
    return this.db.all<{ id: string }>(sql, limit).map((row) => row.id);
  }

  /**
   * The topic is the truth: a record with a higher offset sets both fields, a lower one is old news. A document whose
   * `doc` is gone only waits for its tombstone, and goes when that is confirmed.
   */
  confirm(readings: readonly Reading[]): Promise<('confirmed' | 'older' | 'absent')[]> {
    return this.db.write(() => {
      const answers = readings.map((reading) => this.confirmOne(reading));
      this.db.run(
        `DELETE FROM ${this.table} WHERE doc IS NULL AND revision = published_revision
          AND id IN (SELECT value FROM json_each(?))`,
        JSON.stringify(readings.map(({ key }) => key)),
      );
      return answers;
    });
  }

  /** The log is another one: what the former had is published to this one. */
  forgetLog(): void {
    this.db.run(`UPDATE ${this.table} SET published_revision = 0, published_offset = -1`);
  }

  private confirmOne({ key, revision, offset }: Reading): 'confirmed' | 'older' | 'absent' {
    const changed = this.db.run(
      `UPDATE ${this.table} SET published_revision = ?, published_offset = ? WHERE id = ? AND published_offset < ?`,
      revision,
      offset,
      key,
      offset,
    );
    if (changed > 0) return 'confirmed';
    const there = this.db.get(`SELECT 1 FROM ${this.table} WHERE id = ?`, key) !== undefined;
    return there ? 'older' : 'absent';
  }
}
