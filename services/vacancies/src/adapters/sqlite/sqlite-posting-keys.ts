import type { Database } from '@jobwire/sqlite';
import type { PostingClaim, PostingKeys } from '../../application/ports.js';

interface KeyRow {
  body_hash: string;
  vacancy_id: string;
  at: string;
}

export class SqlitePostingKeys implements PostingKeys {
  constructor(private readonly db: Database) {}

  async claim(claim: PostingClaim, since: Date): Promise<PostingClaim> {
    return this.db.transaction(() => {
      this.db.run('DELETE FROM posting_keys WHERE at < ?', since.toISOString());
      const { employerId, key, bodyHash, vacancyId, at } = claim;
      const holder = this.db.get<KeyRow>(
        'SELECT body_hash, vacancy_id, at FROM posting_keys WHERE employer_id = ? AND key = ?',
        employerId,
        key,
      );
      if (holder !== undefined)
        return { employerId, key, bodyHash: holder.body_hash, vacancyId: holder.vacancy_id, at: holder.at };
      this.db.run(
        'INSERT INTO posting_keys VALUES (?, ?, ?, ?, ?)',
        employerId,
        key,
        bodyHash,
        vacancyId,
        at,
      );
      return claim;
    });
  }
}
