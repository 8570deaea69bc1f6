import type { Database } from '@jobwire/sqlite';
import type { Employers } from '../../application/ports.js';

export class SqliteEmployers implements Employers {
  constructor(private readonly db: Database) {}

  async name(id: string): Promise<string | undefined> {
    return this.db.get<{ name: string }>('SELECT name FROM employers WHERE id = ?', id)?.name;
  }

  async rename(id: string, name: string): Promise<void> {
    this.db.run(
      'INSERT INTO employers VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name',
      id,
      name,
    );
  }
}
