import type { DatabaseSync } from 'node:sqlite';
import { UnavailableError } from '../event-log.js';
import { asUnavailable } from './sqlite-errors.js';

interface Job {
  readonly run: () => unknown;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** A refusal found before anything was written: only this job fails, its neighbours in the transaction go on. */
export class RefusedWrite extends Error {
  constructor(readonly refusal: Error) {
    super(refusal.message);
  }
}

/**
 * Group commit: all that is asked for in one turn of the event loop shares one transaction, so one fsync.
 * A promise resolves when its work is durable.
 */
export class WriteQueue {
  private jobs: Job[] = [];
  private scheduled: NodeJS.Immediate | undefined;
  private closed = false;
  private failed = false;

  constructor(
    private readonly database: DatabaseSync,
    private readonly hooks: { readonly committed: () => void; readonly rolledBack: () => void },
  ) {}

  write<Result>(run: () => Result): Promise<Result> {
    if (this.closed) return Promise.reject(new UnavailableError('The event log is closed.'));
    return new Promise<Result>((resolve, reject) => {
      this.jobs.push({ run, resolve: (result) => resolve(result as Result), reject });
      this.scheduled ??= setImmediate(() => this.flush());
    });
  }

  /** Writes what is queued, at once; afterwards nothing more is taken. */
  close(): void {
    clearImmediate(this.scheduled);
    this.flush();
    this.closed = true;
  }

  private flush(): void {
    this.scheduled = undefined;
    const jobs = this.jobs;
    this.jobs = [];
    if (jobs.length === 0) return;
    try {
      if (this.failed) this.recover();
      const settle = this.inTransaction(jobs);
      this.hooks.committed();
      for (const tell of settle) tell();
    } catch (error) {
      for (const job of jobs) job.reject(asUnavailable(error));
      this.tryToRecover();
    }
  }

  private inTransaction(jobs: readonly Job[]): (() => void)[] {
    this.database.exec('BEGIN IMMEDIATE');
    const settle = jobs.map((job) => outcome(job));
    this.database.exec('COMMIT');
    return settle;
  }

  private tryToRecover(): void {
    this.failed = true;
    try {
      this.recover();
    } catch {
      // A disk that fails altogether: the next write tries again and says so to whoever asked for it.
    }
  }

  private recover(): void {
    // SQLite itself rolls back after some errors, a full disk among them.
    if (this.database.isOpen && this.database.isTransaction) this.database.exec('ROLLBACK');
    this.hooks.rolledBack();
    this.failed = false;
  }
}

function outcome(job: Job): () => void {
  try {
    const result = job.run();
    return () => job.resolve(result);
  } catch (error) {
    if (error instanceof RefusedWrite) return () => job.reject(error.refusal);
    throw error;
  }
}
