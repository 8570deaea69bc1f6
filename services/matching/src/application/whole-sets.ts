import type { MatchSubject } from '@jobwire/contracts';
import { currentJourney } from '@jobwire/messaging';
import type { MatchEngine, PairMatch, Slices } from '@jobwire/matcher';
import { piecesOf } from '../domain/set-records.js';
import type { OutgoingSets } from './outgoing-sets.js';
import type { OwnedPartition } from './owned-partition.js';
import type { Breathe, TimeEvent } from './ports.js';

/** Half a millisecond. */
const DEALT_AT_ONCE = 20_000;

/** Asks the engine for whole sets and shapes them for `matches.v1`, as far as the log takes them. */
export class WholeSets {
  constructor(
    private readonly engine: MatchEngine,
    private readonly breathe: Breathe,
    private readonly timeEvent: TimeEvent = () => () => undefined,
  ) {}

  /**
   * The set of a vacancy in each of the partitions. `first`: nobody can hold anything of it yet, so partitions
   * without a match get no record.
   */
  async ofVacancy(
    id: string,
    partitions: readonly OwnedPartition[],
    first: boolean,
    out: OutgoingSets,
  ): Promise<void> {
    const stop = this.timeEvent('vacancy');
    const dealt = new Map(partitions.map(({ partition }) => [partition, [] as PairMatch[]]));
    const pairs = await this.run(
      this.engine.matchesOfVacancy(id, { partitionFilter: (partition) => dealt.has(partition) }),
    );
    for (const [n, pair] of pairs.entries()) {
      dealt.get(pair.partition)?.push(pair);
      if (n % DEALT_AT_ONCE === DEALT_AT_ONCE - 1) await this.breathe();
    }
    const subject: MatchSubject = { kind: 'vacancy', id, revision: this.engine.vacancyRevision(id) ?? 0 };
    for (const owned of partitions) {
      const own = dealt.get(owned.partition) ?? [];
      if (!first || own.length > 0) await this.say(owned, subject, own, out);
    }
    stop();
  }

  /** The set of a profile; `erased` when a tombstone ended it. */
  async ofProfile(id: string, owned: OwnedPartition, out: OutgoingSets): Promise<void> {
    const stop = this.timeEvent('profile');
    const revision = this.engine.profileRevision(id) ?? 0;
    const erased = !this.engine.hasProfile(id);
    const pairs = await this.run(this.engine.matchesOfProfile(id));
    await this.say(owned, { kind: 'profile', id, revision, erased }, pairs, out);
    stop();
  }

  /** Says that the whole partition was published anew. */
  all(owned: OwnedPartition, out: OutgoingSets): Promise<void> {
    return this.say(owned, { kind: 'all' }, [], out);
  }

  /** Reasons are made here, a record's worth between two breaths: a thousand of them take milliseconds. */
  private async say(
    { partition, epoch }: OwnedPartition,
    subject: MatchSubject,
    pairs: readonly PairMatch[],
    out: OutgoingSets,
  ): Promise<void> {
    const journey = currentJourney();
    const { scorer } = this.engine;
    for (const { some, last } of piecesOf(pairs)) {
      const matches = some.map((pair) => pair.toMatch());
      await out.put({ partition, journey, set: { subject, epoch, scorer, matches, last } });
      if (!last) await this.breathe();
    }
  }

  private async run<Result>(slices: Slices<Result>): Promise<Result> {
    for (;;) {
      const step = slices.next();
      if (step.done === true) return step.value;
      await this.breathe();
    }
  }
}
