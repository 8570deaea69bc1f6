import type { MatchSubject } from '@jobwire/contracts';
import type { MatchEngine, PairMatch, Slices } from '@jobwire/matcher';
import { setRecords } from '../domain/set-records.js';
import type { OwnedPartition } from './owned-partition.js';
import type { AddressedSet, Breathe } from './ports.js';

/** Asks the engine for whole sets and shapes them for `matches.v1`. */
export class WholeSets {
  constructor(
    private readonly engine: MatchEngine,
    private readonly breathe: Breathe,
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
    const wanted = new Map(partitions.map((owned) => [owned.partition, owned]));
    const pairs = await this.run(
      this.engine.matchesOfVacancy(id, { partitionFilter: (partition) => wanted.has(partition) }),
    );
    const byPartition = Map.groupBy(pairs, (pair) => pair.partition);
    const subject: MatchSubject = { kind: 'vacancy', id, revision: this.engine.vacancyRevision(id) ?? 0 };
    return partitions
      .filter(({ partition }) => !first || byPartition.has(partition))
      .flatMap((owned) => this.address(owned, subject, byPartition.get(owned.partition) ?? []));
  }

  /** The set of a profile; `erased` when a tombstone ended it. */
  async ofProfile(id: string, owned: OwnedPartition): Promise<AddressedSet[]> {
    const revision = this.engine.profileRevision(id) ?? 0;
    const erased = !this.engine.hasProfile(id);
    const pairs = await this.run(this.engine.matchesOfProfile(id));
    return this.address(owned, { kind: 'profile', id, revision, erased }, pairs);
  }

  /** Says that the whole partition was published anew. */
  all(owned: OwnedPartition): AddressedSet[] {
    return this.address(owned, { kind: 'all' }, []);
  }

  private address(
    { partition, epoch }: OwnedPartition,
    subject: MatchSubject,
    pairs: readonly PairMatch[],
  ): AddressedSet[] {
    const matches = pairs.map((pair) => pair.toMatch());
    return setRecords(subject, matches, { epoch, scorer: this.engine.scorer }).map((set) => ({
      partition,
      set,
    }));
  }

  private async run<Result>(slices: Slices<Result>): Promise<Result> {
    for (;;) {
      const step = slices.next();
      if (step.done === true) return step.value;
      await this.breathe();
    }
  }
}
