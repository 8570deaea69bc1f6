import { UnavailableError } from '@jobwire/kernel';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

export type Row = Record<string, string | number | null>;

export interface DatabaseOptions {
  /** A path, or `:memory:`. */
  readonly file: string;
  /** One script per version of the layout, in order; those the file has not seen yet are run. */
  readonly migrations: readonly string[];
}

/** SQLite's result codes that say "not now" rather than "wrong": busy, locked, I/O error, full, cannot open. */
const AWAY = new Set([5, 6, 10, 13, 14]);

/**
 * A SQLite file as every store opens it: write-ahead log, `synchronous = FULL` (what was acknowledged survives a power
 * cut), `secure_delete` (what was erased is overwritten).
 */
export class Database {
  private readonly db: DatabaseSync;
  private readonly statements = new Map<string, StatementSync>();

  /** @throws Error when the file belongs to a newer layout, naming both versions */
  constructor(private readonly options: DatabaseOptions) {
    this.db = guard(() => new DatabaseSync(options.file));
    guard(() =>
      this.db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
        PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 2000;`),
    );
    this.migrate();
  }

  all<Result extends object = Row>(sql: string, ...values: SQLInputValue[]): Result[] {
    return guard(() => this.prepare(sql).all(...values) as Result[]);
  }

  get<Result extends object = Row>(sql: string, ...values: SQLInputValue[]): Result | undefined {
    return guard(() => this.prepare(sql).get(...values) as Result | undefined);
  }

  /** How many rows were changed. */
  run(sql: string, ...values: SQLInputValue[]): number {
    return guard(() => Number(this.prepare(sql).run(...values).changes));
  }

  /** All of `work` or nothing of it, with one wait for the disk. Not to be nested. */
  transaction<Result>(work: () => Result): Result {
    guard(() => this.db.exec('BEGIN IMMEDIATE'));
    try {
      const result = work();
      guard(() => this.db.exec('COMMIT'));
      return result;
    } catch (error) {
      if (this.db.isTransaction) this.db.exec('ROLLBACK');
      throw error;
    }
  }

  /** Moves what was written into the main file and empties the journal, so that nothing erased lingers there. */
  checkpoint(): void {
    guard(() => this.db.exec('PRAGMA wal_checkpoint(TRUNCATE)'));
  }

  close(): void {
    this.statements.clear();
    if (this.db.isOpen) this.db.close();
  }

  private prepare(sql: string): StatementSync {
    let statement = this.statements.get(sql);
    if (statement === undefined) this.statements.set(sql, (statement = this.db.prepare(sql)));
    return statement;
  }

  private migrate(): void {
    const { migrations, file } = this.options;
    const has = this.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
    if (has > migrations.length) {
      throw new Error(
        `${file} has layout ${has}; this Jobwire knows ${migrations.length}: update Jobwire, or use another folder`,
      );
    }
    for (const [index, script] of migrations.entries()) {
      if (index < has) continue;
      this.transaction(() => this.db.exec(`${script}; PRAGMA user_version = ${index + 1}`));
    }
  }
}

/** @throws UnavailableError where SQLite says that it is not able to now; any other error as it is */
function guard<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const code = (error as { errcode?: number }).errcode;
    if (code !== undefined && AWAY.has(code & 0xff)) {
      throw new UnavailableError(`the data file is not available (${(error as Error).message})`, {
        cause: error,
      });
    }
    throw error;
  }
}
