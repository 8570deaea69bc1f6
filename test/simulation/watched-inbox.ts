import type { Database } from '@jobwire/sqlite';
import { SqliteInbox } from '../../services/notifications/src/adapters/sqlite/sqlite-inbox.js';
import type { Pair } from '../../services/notifications/src/application/ports.js';
import { isWithdrawn, type Item } from '../../services/notifications/src/domain/item.js';
import type { Life } from './life.js';

/**
 * Changes one document at a time, as a store without transactions does, and sees when a position goes back, or when a
 * match with somebody as they were comes after a match with them as they are.
 */
export class WatchedInbox extends SqliteInbox {
  constructor(
    private readonly database: Database,
    private readonly life: Life,
    private readonly complain: (fault: string) => void,
  ) {
    super(database);
  }

  override async update<P extends Pair>(
    pairs: readonly P[],
    decide: (pair: P, item: Item | undefined) => Item | undefined,
  ): Promise<void> {
    for (const pair of pairs) {
      await this.life.hop();
      await super.update([pair], (same, item) => this.watched(item, decide(same, item)));
    }
  }

  private watched(before: Item | undefined, after: Item | undefined): Item | undefined {
    if (after === undefined) return undefined;
    const { profileId, profileRevision, vacancyId, position, score, inbox, list } = after;
    const name = `${profileId}:${vacancyId}`;
    this.life.around.say(
      `${this.life.name} stores ${name} @${after.offset} e${after.epoch} p${after.profileRevision} v${after.vacancyRevision} position ${position}: ${score} ${inbox}/${list}`,
    );
    if (before !== undefined && position < before.position) this.complain(`position went back: ${name}`);
    if (!isWithdrawn(after) && profileRevision < this.newestOf(profileId))
      this.complain(`${name} is shown for a profile of before`);
    return after;
  }

  /** The highest revision that a match or a withdrawal said. */
  private newestOf(profileId: string): number {
    const sql = 'SELECT max(profile_revision) AS newest FROM items WHERE profile_id = ?';
    return this.database.get<{ newest: number | null }>(sql, profileId)?.newest ?? 0;
  }
}
