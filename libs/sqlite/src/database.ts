import { UnavailableError } from '@jobwire/kernel';
import { closeSync, openSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

export type Row = Record<string, string | number | null>;

export interface DatabaseOptions {
  /** A path, or `:memory:`. */
  readonly file: string;
  /** One script per version of the layout, in order; those the file has not seen yet are run. */
  readonly migrations: readonly string[];
}

interface Queued {
  readonly work: () => unknown;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** SQLite's result codes that say "not now" rather than "wrong": busy, locked, I/O error, full, cannot open. */
const AWAY = new Set([5, 6, 10, 13, 14]);

/** Random keys touch pages all over an index; with the default of 2 MiB each touch is a read. */
const CACHE_KIB = 65_536;
/** A checkpoint waits for the disk twice: every 16 MiB of journal instead of every 4. */
const CHECKPOINT_PAGES = 4000;

/**
 * A SQLite file as every store opens it: write-ahead log, `synchronous = FULL` (what was acknowledged survives a power
 * cut), `secure_delete` (what was erased is overwritten).
 */
export class Database {
  private readonly db: DatabaseSync;
  private readonly statements = new Map<string, StatementSync>();
  private readonly queued: Queued[] = [];

  /** @throws Error when the file belongs to a newer layout, naming both versions */
  constructor(private readonly options: DatabaseOptions) {
    if (options.file !== ':memory:') keepToOwner(options.file);
    this.db = guard(() => new DatabaseSync(options.file));
    guard(() =>
      this.db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;
        PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 2000;
        PRAGMA cache_size = -${CACHE_KIB}; PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES};`),
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

  /**
   * All of `work` or nothing of it. What is asked for in the same turn shares one transaction, so that many writers
   * wait for the disk once; a piece that throws is undone alone. Resolves when it is durable.
   */
  write<Result>(work: () => Result): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      if (this.queued.length === 0) setImmediate(() => this.flush());
      this.queued.push({ work, resolve: resolve as (result: unknown) => void, reject });
    });
  }

  /** All of `work` or nothing of it, at once. Not to be nested. */
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

  /** Writes what is queued, then closes. */
  close(): void {
    if (this.queued.length > 0) this.flush();
    this.statements.clear();
    if (this.db.isOpen) this.db.close();
  }

  private flush(): void {
    const queued = this.queued.splice(0);
    const settle: (() => void)[] = [];
    try {
      this.transaction(() => {
        for (const piece of queued) settle.push(this.attempt(piece));
      });
    } catch (error) {
      for (const { reject } of queued) reject(error);
      return;
    }
    for (const tell of settle) tell();
  }

  /** Runs one piece inside the shared transaction; answers how to tell its writer once all is durable. */
  private attempt({ work, resolve, reject }: Queued): () => void {
    this.db.exec('SAVEPOINT piece');
    try {
      const result = work();
      this.db.exec('RELEASE piece');
      return () => resolve(result);
    } catch (error) {
      // A full disk undoes the whole transaction, and then all of it is tried by nobody.
      if (!this.db.isTransaction) throw error;
      this.db.exec('ROLLBACK TO piece; RELEASE piece');
      return () => reject(error);
    }
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

/** Made before SQLite makes it for everybody to read; the journal takes its mode from it. */
function keepToOwner(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
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
