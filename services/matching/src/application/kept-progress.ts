import { UnavailableError, type Clock } from '@jobwire/kernel';
import type { GroupMember } from '@jobwire/messaging';
import type { Commits } from './commits.js';
import type { OwnedPartition } from './owned-partition.js';
import type { VacancyPositions } from './vacancy-positions.js';

interface Sources {
  readonly commits: Commits;
  readonly positions: VacancyPositions;
  readonly clock: Clock;
  readonly scorer: string;
}

/** How far an instance has come, told to its group. */
export class KeptProgress {
  /** Of the group, once it has given partitions. */
  member: GroupMember | undefined;
  private moved = false;

  constructor(private readonly from: Sources) {}

  get hasMoved(): boolean {
    return this.moved;
  }

  move(): void {
    this.moved = true;
  }

  /** Commits all that is done. */
  async commitAll(live: readonly OwnedPartition[]): Promise<void> {
    this.moved = false;
    await this.commit(live);
  }

  /** Once, for partitions that are ours in this very tick: what is in hand is all of one generation. */
  async commit(live: readonly OwnedPartition[]): Promise<void> {
    const [first] = live;
    if (this.member === undefined || first === undefined) return;
    const { commits, positions, clock, scorer } = this.from;
    const at = positions.caughtUpAt(clock.now());
    const vacancies = positions.vector();
    const progress = live.map(({ partition, offset, epoch }) => ({
      partition,
      progress: { offset, epoch, vacancies, at, scorer },
    }));
    try {
      await commits.write(this.member, first.generation, progress);
    } catch (error) {
      if (!(error instanceof UnavailableError)) throw error;
      // Nothing is lost but the mark: the next commit says it, and a takeover before that does this work again.
      this.moved = true;
    }
  }
}
