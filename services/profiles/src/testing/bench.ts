// The use cases on a store in memory, with time and what was published in the test's hand.
import { profileState } from '@jobwire/contracts';
import { ManualClock, UnavailableError } from '@jobwire/kernel';
import { StateRelay, type Saying } from '@jobwire/messaging';
import type { ServiceContext } from '@jobwire/platform';
import { Database } from '@jobwire/sqlite';
import { loadGazetteer, loadTaxonomy } from '@jobwire/taxonomy';
import { migrations } from '../adapters/sqlite/schema.js';
import { SqliteProfiles } from '../adapters/sqlite/sqlite-profiles.js';
import { EraseOwnProfile } from '../application/erase-own-profile.js';
import { FollowReplaced } from '../application/follow-replaced.js';
import { ReadOwnProfile } from '../application/read-own-profile.js';
import { WriteOwnProfile } from '../application/write-own-profile.js';
import type { Understanding } from '../domain/write-profile.js';
import { NOW } from './builders.js';

export const PARTITIONS = 12;
export const understanding = { taxonomy: loadTaxonomy(), gazetteer: loadGazetteer() };

export class Bench {
  readonly clock = new ManualClock(new Date(NOW));
  readonly profiles = new SqliteProfiles(new Database({ file: ':memory:', migrations }));
  /** What was published, in order: null for a tombstone. */
  readonly published: (string | null)[] = [];
  logIsAway = false;
  private readonly relay = new StateRelay({
    event: profileState,
    states: this.profiles,
    publisher: { publishAll: (sayings) => this.publishAll(sayings) },
  });
  readonly writing = new WriteOwnProfile(this.profiles, understanding, this.relay, this.clock, {
    partitions: PARTITIONS,
  } as ServiceContext);
  readonly reading = new ReadOwnProfile(this.profiles);
  readonly erasing = new EraseOwnProfile(this.profiles, this.relay);

  /** As a service does that starts with this taxonomy. */
  following(tools: Understanding): FollowReplaced {
    return new FollowReplaced(this.profiles, tools, this.relay, this.clock);
  }

  private async publishAll(sayings: readonly Saying[]): Promise<[]> {
    if (this.logIsAway) throw new UnavailableError('the log is away');
    const sender = { source: 'test', time: this.clock.now() };
    for (const saying of sayings) this.published.push(saying.encode(sender).value?.toString() ?? null);
    return [];
  }
}
