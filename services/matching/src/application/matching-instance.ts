// One matching instance: the one thread in which vacancies and the profiles of its partitions meet.
// The protocol and the reason for each step: docs/architecture.md, "Matching".
import { compaction, profileState, type ProfileState, type VacancyState } from '@jobwire/contracts';
import { UnavailableError } from '@jobwire/kernel';
import type { MatchEngine } from '@jobwire/matcher';
import type { Assignment, Batch, EventRecord, GroupMember, StartAt } from '@jobwire/messaging';
import { nextEpoch, type Progress } from '../domain/progress.js';
import { GROUP } from './commits.js';
import { Holdings } from './holdings.js';
import type { InstanceTools, Read } from './instance-tools.js';
import { Lane } from './lane.js';
import { onItsWay } from './on-its-way.js';
import type { OwnedPartition } from './owned-partition.js';
import type { AddressedSet } from './ports.js';
import type { ShowsIndex } from './snapshots.js';
import type { Standing } from './standing.js';
import type { VacancyPositions } from './vacancy-positions.js';
import { WholeSets } from './whole-sets.js';

const PROFILES = profileState.topic.name;
/** Records of vacancies in one turn, sets in one append: what comes meanwhile waits no longer than these take. */
const TURN = 50;

export class MatchingInstance implements ShowsIndex {
  readonly holdings = new Holdings();
  readonly positions: VacancyPositions;
  private readonly engine: MatchEngine;
  /** Of partitions that the index knew at the beginning and nobody was given yet: the next record. */
  private known: ReadonlyMap<number, number>;
  private readonly lane = new Lane();
  private readonly whole: WholeSets;
  private member: GroupMember | undefined;
  private failure: unknown;
  private moved = false;

  constructor(private readonly tools: InstanceTools) {
    const { engine, positions, profiles } = tools.beginning;
    this.engine = engine;
    this.positions = positions;
    this.known = profiles;
    this.whole = new WholeSets(engine, tools.breathe, tools.timeEvent);
  }

  /** The group gave partitions: each is read from its beginning, under an epoch that was never used on it. */
  async assigned(assignment: Assignment, member: GroupMember): Promise<StartAt[]> {
    this.holdings.begin(assignment.generation);
    try {
      return await this.turn(() => this.take(assignment, member));
    } finally {
      this.holdings.begun();
    }
  }

  get bytes(): number {
    const { profileBytes, vacancyBytes } = this.engine.sizes();
    return profileBytes + vacancyBytes;
  }

  /** When every partition is settled and nothing has failed. */
  show(look: (engine: MatchEngine, standing: Omit<Standing, 'logId'>) => Promise<void>): Promise<void> {
    return this.turn(async () => {
      const owned = this.holdings.all();
      if (owned.length === 0 || !this.holdings.allLive) return;
      await look(this.engine, {
        at: this.positions.caughtUpAt(this.tools.clock.now()),
        vacancies: this.positions.vector(),
        profiles: owned.map(({ partition, offset }) => [partition, offset]),
      });
    });
  }

  /** Given up: from this tick on nothing of it is committed; its profiles go when the work in hand is done. */
  revoked(assignment: Assignment): void {
    for (const { partition } of this.holdings.lose(assignment)) {
      void this.lane.run(() => {
        if (this.holdings.get(partition) === undefined) this.engine.dropProfiles(partition);
      });
    }
  }

  profiles(batch: Batch, records: readonly Read<ProfileState>[]): Promise<void> {
    return this.turn(async () => {
      const owned = this.holdings.get(batch.partition);
      if (owned === undefined || batch.isStale()) return;
      owned.high = batch.high;
      const sets: AddressedSet[] = [];
      for (const record of records) {
        if (owned.live) sets.push(...(await this.takeProfile(owned, record)));
        else await this.restore(owned, record);
      }
      await this.publish(sets);
    });
  }

  /** Vacancies wait while a partition is being taken over. */
  async vacancies(batch: Batch, records: readonly Read<VacancyState>[]): Promise<void> {
    for (let next = 0; next < records.length;) {
      await this.holdings.gate.passed();
      next = await this.turn(() =>
        this.holdings.allLive ? this.someVacancies(batch, records, next) : Promise.resolve(next),
      );
    }
  }

  /** Commits what is done, once, for the partitions that are live and still ours in this very tick. */
  commit(): Promise<void> {
    return this.turn(async () => {
      this.moved = false;
      if (this.member === undefined) return;
      const byGeneration = Map.groupBy(this.holdings.live(), (owned) => owned.generation);
      for (const [generation, group] of byGeneration) await this.commitOf(this.member, generation, group);
    });
  }

  /**
   * Work in the one thread. What fails half way has changed the index without saying so: nothing is done or committed
   * after it, and the instance is replaced by a new one.
   */
  private turn<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.lane.run(async () => {
      if (this.failure !== undefined) throw this.failure;
      try {
        return await work();
      } catch (error) {
        this.failure = error;
        throw error;
      }
    });
  }

  /** As `commit`, when there is anything new to say. */
  async commitIfMoved(): Promise<void> {
    if (this.moved && this.failure === undefined) await this.commit();
  }

  /**
   * Forgets all profiles but those that were in the index from the beginning, and these too where they are not given
   * to us. By partition: the next record of profiles that the index does not know.
   */
  private keepOnly(given: readonly number[]): ReadonlyMap<number, number> {
    const { known } = this;
    this.known = new Map();
    for (const partition of new Set([...given, ...known.keys()]))
      if (!given.includes(partition) || !known.has(partition)) this.engine.dropProfiles(partition);
    return new Map(given.map((partition) => [partition, known.get(partition) ?? 0]));
  }

  private async take({ generation, partitions }: Assignment, member: GroupMember): Promise<StartAt[]> {
    this.member = member;
    const known = this.keepOnly(partitions.map(({ partition }) => partition));
    const taken = await this.announce(member, generation, known);
    // Given up while it was announced: nobody would ever take it out of hand again, and the gate would stay shut.
    if (this.holdings.isOver(generation)) return [];
    for (const owned of taken) this.holdings.add(owned);
    for (const owned of taken) if (owned.offset >= owned.restoreTo) await this.settle(owned);
    return taken.map(({ partition, offset }) => ({ topic: PROFILES, partition, offset }));
  }

  /** Step one of a takeover: the old offset and vector, under the new epoch. Refused: somebody else has them by now. */
  private async announce(
    member: GroupMember,
    generation: number,
    known: ReadonlyMap<number, number>,
  ): Promise<OwnedPartition[]> {
    const committed = await this.tools.commits.read();
    const marks = await this.tools.log.watermarks(PROFILES);
    const taken = Array.from(known, ([partition, next]): OwnedPartition => {
      const from = committed(partition);
      const { low = 0, high = 0 } = marks.find((mark) => mark.partition === partition) ?? {};
      const epoch = nextEpoch(from?.epoch ?? 0, this.tools.clock.now());
      // From the committed offset on records are read again though they are known: they are in the gap.
      const offset = Math.max(low, Math.min(next, from?.offset ?? 0));
      const restoring = { offset, restoreTo: high, high, gap: new Set<string>(), live: false, lost: false };
      return { partition, generation, epoch, from, ...restoring };
    });
    const announced = taken.map(({ partition, from, epoch }) => ({
      partition,
      progress: { ...(from ?? this.tools.commits.nothing()), epoch },
    }));
    return (await this.tools.commits.write(member, generation, announced)) ? taken : [];
  }

  /** Step two: the profiles as they are now; those the one before did not get to are in the gap. */
  private async restore(owned: OwnedPartition, record: Read<ProfileState>): Promise<void> {
    const { offset, event } = record;
    if (event !== undefined) {
      this.know(owned, event);
      if (offset >= (owned.from?.offset ?? 0)) owned.gap.add(event.key);
    }
    owned.offset = offset + 1;
    if (owned.offset >= owned.restoreTo) await this.settle(owned);
  }

  /** Step three: the whole set of everything in the gap, then the partition is live. */
  private async settle(owned: OwnedPartition): Promise<void> {
    const everything = this.isWorthless(owned.from);
    const since = everything || owned.from === undefined ? [] : owned.from.vacancies;
    const sets: AddressedSet[] = [];
    for (const id of this.positions.since(since)) {
      if (owned.lost) return;
      sets.push(...(await this.whole.ofVacancy(id, [owned], false)));
      if (sets.length >= TURN) await this.publish(sets.splice(0));
    }
    const profiles = everything ? this.engine.profilesOf(owned.partition) : owned.gap;
    for (const id of profiles) {
      if (owned.lost) return;
      sets.push(...(await this.whole.ofProfile(id, owned)));
      if (sets.length >= TURN) await this.publish(sets.splice(0));
    }
    await this.publish(everything ? [...sets, ...(await this.whole.all(owned))] : sets);
    owned.gap.clear();
    if (owned.lost) return;
    this.holdings.cameLive(owned);
    if (this.member !== undefined) await this.commitOf(this.member, owned.generation, [owned]);
  }

  /**
   * Without a commit, or with one older than tombstones live, nothing the one before knew can be trusted; and what
   * another scorer said is to be said anew.
   */
  private isWorthless(from: Progress | undefined): boolean {
    if (from === undefined || from.scorer !== this.engine.scorer) return true;
    return this.tools.clock.now().getTime() - from.at >= compaction.deleteRetentionMs;
  }

  private async someVacancies(
    batch: Batch,
    records: readonly Read<VacancyState>[],
    from: number,
  ): Promise<number> {
    const sets: AddressedSet[] = [];
    const some = records.slice(from, from + TURN);
    for (const { offset, event } of some) {
      if (event !== undefined) sets.push(...(await this.takeVacancy(event)));
      this.positions.read(event?.key, batch.partition, offset);
    }
    this.positions.sawEnd(batch.partition, batch.high);
    this.moved = true;
    await this.publish(sets);
    return from + some.length;
  }

  private async takeVacancy(event: EventRecord<VacancyState>): Promise<AddressedSet[]> {
    const { engine } = this;
    const { key, data, revision = 0 } = event;
    const first = engine.vacancyRevision(key) === undefined && revision === 1;
    const news = data === null ? engine.endVacancy(key, revision) : engine.putVacancy(data);
    const live = this.holdings.live();
    // None at a start: what was said long ago is read then.
    if (!news || live.length === 0) return [];
    return onItsWay(event, GROUP, () => this.whole.ofVacancy(key, live, first));
  }

  private async takeProfile(
    owned: OwnedPartition,
    { offset, event }: Read<ProfileState>,
  ): Promise<AddressedSet[]> {
    const news = event !== undefined && this.know(owned, event);
    const sets = news ? await onItsWay(event, GROUP, () => this.whole.ofProfile(event.key, owned)) : [];
    owned.offset = offset + 1;
    this.moved = true;
    return sets;
  }

  private know(owned: OwnedPartition, { key, data, revision = 0 }: EventRecord<ProfileState>): boolean {
    const { engine } = this;
    return data === null
      ? engine.endProfile(key, revision, owned.partition)
      : engine.putProfile(data, owned.partition);
  }

  private async publish(sets: readonly AddressedSet[]): Promise<void> {
    if (sets.length > 0) await this.tools.sets.publish(sets);
  }

  private async commitOf(
    member: GroupMember,
    generation: number,
    group: readonly OwnedPartition[],
  ): Promise<void> {
    const at = this.positions.caughtUpAt(this.tools.clock.now());
    const vacancies = this.positions.vector();
    const { scorer } = this.engine;
    const ours = group.filter((owned) => !owned.lost);
    const progress = ours.map(({ partition, offset, epoch }) => ({
      partition,
      progress: { offset, epoch, vacancies, at, scorer },
    }));
    try {
      await this.tools.commits.write(member, generation, progress);
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      // Nothing is lost but the mark: the next commit says it, and a takeover before that does this work again.
      this.moved = true;
    }
  }
}
