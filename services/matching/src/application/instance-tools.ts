import type { Clock } from '@jobwire/kernel';
import type { EventLog, EventRecord } from '@jobwire/messaging';
import type { Commits } from './commits.js';
import type { Breathe, MatchSets, TimeEvent } from './ports.js';
import type { Beginning } from './snapshots.js';

/** What a matching instance works with. */
export interface InstanceTools {
  readonly log: Pick<EventLog, 'watermarks'>;
  readonly sets: MatchSets;
  readonly commits: Commits;
  readonly clock: Clock;
  readonly breathe: Breathe;
  readonly timeEvent?: TimeEvent;
  readonly beginning: Beginning;
}

/** A record's place, with what it says unless it went to the dead letter. */
export interface Read<Data> {
  readonly offset: number;
  readonly event: EventRecord<Data> | undefined;
}
