import type { Database } from '@jobwire/sqlite';
import type { Replays } from '../../application/ports.js';

export class SqliteReplays implements Replays {
  constructor(private readonly db: Database) {}

  async daysOf(source: string, proposed: number | undefined): Promise<number> {
    if (proposed !== undefined) this.db.run('INSERT OR IGNORE INTO replays VALUES (?, ?)', source, proposed);
    return this.db.get<{ days: number }>('SELECT days FROM replays WHERE source = ?', source)?.days ?? 0;
  }
}
