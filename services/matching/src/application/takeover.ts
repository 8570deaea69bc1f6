import { compaction, profileState, type ProfileState } from '@jobwire/contracts';
import type { Assignment, GroupMember, StartAt } from '@jobwire/messaging';
import { nextEpoch, type Progress } from '../domain/progress.js';
import type { InstanceParts } from './instance-parts.js';
import type { Read } from './instance-tools.js';
import { OutgoingSets } from './outgoing-sets.js';
import type { OwnedPartition } from './owned-partition.js';

const PROFILES = profileState.topic.name;

/** A partition of profiles, and its next record. */
type Place = [partition: number, next: number];

/** Takes partitions over: what the one before did not get to is said before they are live. */
export class Takeover {
  /** Of partitions that are in the index and not in hand, the next record: given again, they are read from there. */
  private readonly known: Map<number, number>;
  private latest = 0;

  constructor(private readonly parts: InstanceParts) {
    this.known = new Map(parts.tools.beginning.profiles);
  }

  /** Where to read each from, under an epoch that was never used on it. */
  async begin({ generation, partitions }: Assignment, member: GroupMember): Promise<StartAt[]> {
    const { holdings, progress } = this.parts;
    progress.member = member;
    this.latest = generation;
    const given = partitions.map(({ partition }) => partition);
    const taken = await this.announce(member, generation, given);
    // Given up while it was announced: nobody would ever take it out of hand again, and the gate would stay shut.
    if (holdings.isOver(generation)) return [];
    for (const owned of taken) this.take(owned);
    for (const owned of taken) if (owned.offset >= owned.restoreTo) await this.settle(owned);
    return taken.map(({ partition, offset }) => ({ topic: PROFILES, partition, offset }));
  }

  /** Step two: the profiles as they are now; those the one before did not get to are in the gap. */
  async restore(owned: OwnedPartition, { offset, event }: Read<ProfileState>): Promise<void> {
    if (event !== undefined) {
      this.parts.index.takeProfile(event, owned.partition);
      if (offset >= (owned.from?.offset ?? 0)) owned.gap.add(event.key);
    }
    owned.offset = offset + 1;
    if (owned.offset >= owned.restoreTo) await this.settle(owned);
  }

  /** Given up, and its last batch is done. Its profiles stay until the next assignment, which may bring it back. */
  async release({ partition, offset, generation }: OwnedPartition): Promise<void> {
    // Given again before we heard that it was taken.
    if (this.parts.holdings.get(partition) !== undefined) return;
    if (generation < this.latest) await this.drop(partition);
    else this.known.set(partition, offset);
  }

  private take(owned: OwnedPartition): void {
    this.known.delete(owned.partition);
    this.parts.holdings.add(owned);
  }

  /** Partitions that are in the index and not in hand, each with the next record. */
  get left(): Place[] {
    return [...this.known];
  }

  /** All partitions that are in the index. */
  get places(): Place[] {
    const held = this.parts.holdings.all().map(({ partition, offset }): Place => [partition, offset]);
    return [...held, ...this.known];
  }

  /** Takes one out of the index that has not come back by now. */
  async forget(partition: number): Promise<void> {
    if (this.known.delete(partition)) await this.drop(partition);
  }

  private async drop(partition: number): Promise<void> {
    const slices = this.parts.index.drop(partition);
    while (slices.next().done !== true) await this.parts.tools.breathe();
  }

  /** The next record that the index does not know. */
  private nextOf(partition: number): number {
    return this.parts.holdings.get(partition)?.offset ?? this.known.get(partition) ?? 0;
  }

  /** Step one: the old offset and vector, under the new epoch. Refused: somebody else has them by now. */
  private async announce(
    member: GroupMember,
    generation: number,
    given: readonly number[],
  ): Promise<OwnedPartition[]> {
    const { commits, log, clock } = this.parts.tools;
    const committed = await commits.read();
    const marks = await log.watermarks(PROFILES);
    const taken = given.map((partition): OwnedPartition => {
      const from = committed(partition);
      const { low = 0, high = 0 } = marks.find((mark) => mark.partition === partition) ?? {};
      const epoch = nextEpoch(from?.epoch ?? 0, clock.now());
      // From the committed offset on records are read again though they are known: they are in the gap.
      const offset = Math.max(low, Math.min(this.nextOf(partition), from?.offset ?? 0));
      const restoring = { offset, restoreTo: high, high, gap: new Set<string>(), live: false, lost: false };
      return { partition, generation, epoch, from, ...restoring };
    });
    const announced = taken.map(({ partition, from, epoch }) => ({
      partition,
      progress: { ...(from ?? commits.nothing()), epoch },
    }));
    return (await commits.write(member, generation, announced)) ? taken : [];
  }

  /** Step three: the whole set of everything in the gap, then the partition is live. */
  private async settle(owned: OwnedPartition): Promise<void> {
    const { holdings, progress } = this.parts;
    const everything = this.isWorthless(owned.from);
    await this.publishGap(owned, everything);
    owned.gap.clear();
    if (owned.lost) return;
    holdings.cameLive(owned);
    await progress.commit([owned]);
  }

  /** The sets of every vacancy and every profile that may not have been said. */
  private async publishGap(owned: OwnedPartition, everything: boolean): Promise<void> {
    const { positions, index, whole, tools } = this.parts;
    const out = new OutgoingSets(tools.sets);
    const since = everything || owned.from === undefined ? [] : owned.from.vacancies;
    for (const id of positions.since(since)) {
      if (owned.lost) return;
      await whole.ofVacancy(id, [owned], false, out);
    }
    for (const id of everything ? index.engine.profilesOf(owned.partition) : owned.gap) {
      if (owned.lost) return;
      await whole.ofProfile(id, owned, out);
    }
    if (owned.lost) return;
    if (everything) await whole.all(owned, out);
    await out.flush();
  }

  /**
   * Without a commit, or with one older than tombstones live, nothing the one before knew can be trusted; and what
   * another scorer said is to be said anew.
   */
  private isWorthless(from: Progress | undefined): boolean {
    if (from === undefined || from.scorer !== this.parts.index.engine.scorer) return true;
    return this.parts.tools.clock.now().getTime() - from.at >= compaction.deleteRetentionMs;
  }
}
