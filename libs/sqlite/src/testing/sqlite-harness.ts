import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '../database.js';

/** Gives contract suites a store on SQLite: in memory, or on a file that can be closed, opened again and searched. */
export class SqliteHarness<Store> {
  private readonly folder = mkdtempSync(join(tmpdir(), 'jobwire-store-'));
  private database: Database | undefined;

  constructor(
    private readonly place: 'memory' | 'file',
    private readonly migrations: readonly string[],
    private readonly storeOn: (database: Database) => Store,
  ) {}

  async open(): Promise<Store> {
    const file = this.place === 'memory' ? ':memory:' : join(this.folder, 'store.sqlite');
    this.database = new Database({ file, migrations: this.migrations });
    return this.storeOn(this.database);
  }

  /** The same data by another client; in memory there is only the one. */
  async reopen(): Promise<Store> {
    if (this.place === 'memory' && this.database !== undefined) return this.storeOn(this.database);
    this.database?.close();
    return this.open();
  }

  /** Whether a text stands anywhere in the file or its journal, deleted or not. */
  async holds(text: string): Promise<boolean> {
    return readdirSync(this.folder).some((name) => readFileSync(join(this.folder, name)).includes(text));
  }

  async close(): Promise<void> {
    this.database?.close();
    rmSync(this.folder, { recursive: true });
  }
}
