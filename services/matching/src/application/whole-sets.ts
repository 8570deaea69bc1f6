import type { Match, MatchSubject } from '@jobwire/contracts';
import { currentJourney } from '@jobwire/messaging';
import type { MatchEngine, PairMatch, Slices } from '@jobwire/matcher';
import { MATCHES_PER_RECORD, setRecords } from '../domain/set-records.js';
import type { OwnedPartition } from './owned-partition.js';
import type { AddressedSet, Breathe, TimeEvent } from './ports.js';

/** Asks the engine for whole sets and shapes them for `matches.v1`. */
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
  ): Promise<AddressedSet[]> {
    const stop = this.timeEvent('vacancy');
    const wanted = new Map(partitions.map((owned) => [owned.partition, owned]));
    const pairs = await this.run(
      this.engine.matchesOfVacancy(id, { partitionFilter: (partition) => wanted.has(partition) }),
    );
    const byPartition = Map.groupBy(pairs, (pair) => pair.partition);
    const subject: MatchSubject = { kind: 'vacancy', id, revision: this.engine.vacancyRevision(id) ?? 0 };
    const sets: AddressedSet[] = [];
    for (const owned of partitions)
      if (!first || byPartition.has(owned.partition))
        sets.push(...(await this.address(owned, subject, byPartition.get(owned.partition) ?? [])));
    stop();
    return sets;
  }

  /** The set of a profile; `erased` when a tombstone ended it. */
  async ofProfile(id: string, owned: OwnedPartition): Promise<AddressedSet[]> {
    const stop = this.timeEvent('profile');
    const revision = this.engine.profileRevision(id) ?? 0;
    const erased = !this.engine.hasProfile(id);
    const pairs = await this.run(this.engine.matchesOfProfile(id));
    const sets = await this.address(owned, { kind: 'profile', id, revision, erased }, pairs);
    stop();
    return sets;
  }

  /** Says that the whole partition was published anew. */
  all(owned: OwnedPartition): Promise<AddressedSet[]> {
    return this.address(owned, { kind: 'all' }, []);
  }

  /** Reasons are made here, a record's worth between two breaths: a thousand of them take milliseconds. */
  private async address(
    { partition, epoch }: OwnedPartition,
    subject: MatchSubject,
    pairs: readonly PairMatch[],
  ): Promise<AddressedSet[]> {
    const journey = currentJourney();
    const matches: Match[] = [];
    for (const pair of pairs) {
      if (matches.length > 0 && matches.length % MATCHES_PER_RECORD === 0) await this.breathe();
      matches.push(pair.toMatch());
    }
    const { scorer } = this.engine;
    return setRecords(subject, matches, { epoch, scorer }).map((set) => ({ partition, set, journey }));
  }

  private async run<Result>(slices: Slices<Result>): Promise<Result> {
    for (;;) {
      const step = slices.next();
      if (step.done === true) return step.value;
      await this.breathe();
    }
  }
}
