import type { Clock } from '@jobwire/kernel';
import type { Database } from '@jobwire/sqlite';
import type { People } from '../../application/ports.js';
import type { Person } from '../../domain/cards.js';

const AMONG = 'profile_id IN (SELECT value FROM json_each(?))';

export class SqlitePeople implements People {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async keep(people: readonly Person[]): Promise<void> {
    if (people.length === 0) return;
    const sql = `INSERT INTO people SELECT ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM erased WHERE profile_id = ?)
      ON CONFLICT (profile_id) DO UPDATE SET revision = max(revision, excluded.revision)`;
    await this.db.write(() => {
      for (const { profileId, owner, revision } of people)
        this.db.run(sql, profileId, owner, revision, profileId);
    });
  }

  async of(profileIds: readonly string[]): Promise<Map<string, Person>> {
    const sql = `SELECT profile_id AS profileId, owner, revision FROM people WHERE ${AMONG}`;
    const found = this.db.all<Person & object>(sql, JSON.stringify(profileIds));
    return new Map(found.map((person) => [person.profileId, person]));
  }

  async erase(profileId: string): Promise<void> {
    await this.db.write(() => {
      this.db.run('INSERT OR IGNORE INTO erased VALUES (?, ?)', profileId, this.clock.now().toISOString());
      this.db.run('DELETE FROM people WHERE profile_id = ?', profileId);
    });
    this.db.checkpoint();
  }

  async erased(profileIds: readonly string[]): Promise<Set<string>> {
    const sql = `SELECT profile_id FROM erased WHERE ${AMONG}`;
    const found = this.db.all<{ profile_id: string }>(sql, JSON.stringify(profileIds));
    return new Set(found.map((row) => row.profile_id));
  }

  async erasedSince(since: Date): Promise<string[]> {
    const found = this.db.all<{ profile_id: string }>(
      'SELECT profile_id FROM erased WHERE at >= ?',
      since.toISOString(),
    );
    return found.map((row) => row.profile_id);
  }
}
