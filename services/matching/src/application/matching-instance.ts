// One matching instance: the one thread in which vacancies and the profiles of its partitions meet.
// The protocol and the reason for each step: docs/architecture.md, "Matching".
import type { ProfileState, VacancyState } from '@jobwire/contracts';
import type { MatchEngine } from '@jobwire/matcher';
import type { Assignment, Batch, EventRecord, GroupMember, StartAt } from '@jobwire/messaging';
import { GROUP } from './commits.js';
import { Holdings } from './holdings.js';
import type { InstanceParts } from './instance-parts.js';
import type { InstanceTools, Read } from './instance-tools.js';
import { KeptIndex } from './kept-index.js';
import { KeptProgress } from './kept-progress.js';
import { onItsWay } from './on-its-way.js';
import { OutgoingSets } from './outgoing-sets.js';
import type { OwnedPartition } from './owned-partition.js';
import type { ShowsIndex } from './snapshots.js';
import type { Standing } from './standing.js';
import { Takeover } from './takeover.js';
import { Turns } from './turns.js';
import { WholeSets } from './whole-sets.js';

/** Records of vacancies in one turn: what comes meanwhile waits no longer than these take. */
const TURN = 50;

export class MatchingInstance implements ShowsIndex {
  readonly holdings = new Holdings();
  private readonly parts: InstanceParts;
  private readonly takeover: Takeover;
  private readonly turns = new Turns();

  constructor(tools: InstanceTools) {
    const { holdings } = this;
    const { engine, positions } = tools.beginning;
    const { commits, clock, breathe, timeEvent } = tools;
    const index = new KeptIndex(engine);
    const progress = new KeptProgress({ commits, positions, clock, scorer: engine.scorer });
    const whole = new WholeSets(engine, breathe, timeEvent);
    this.parts = { tools, index, positions, holdings, progress, whole };
    this.takeover = new Takeover(this.parts);
  }

  get positions() {
    return this.parts.positions;
  }

  get bytes(): number {
    return this.parts.index.bytes;
  }

  get forgotten(): number {
    return this.parts.index.forgotten;
  }

  /** The group gave partitions. */
  async assigned(assignment: Assignment, member: GroupMember): Promise<StartAt[]> {
    this.holdings.begin(assignment.generation);
    try {
      const starts = await this.turns.take(() => this.takeover.begin(assignment, member));
      // One that has failed is replaced, index and all.
      this.forgetAllBut(assignment).catch(() => undefined);
      return starts;
    } finally {
      this.holdings.begun();
    }
  }

  /** Given up: from this tick on nothing of it is committed, and it is let go when the work in hand is done. */
  revoked(assignment: Assignment): void {
    for (const owned of this.holdings.lose(assignment)) {
      const released = this.turns.take(() => this.takeover.release(owned));
      // One that has failed is replaced, index and all.
      released.catch(() => undefined);
    }
  }

  /** When every partition is settled and nothing has failed. */
  show(look: (engine: MatchEngine, standing: Omit<Standing, 'logId'>) => Promise<void>): Promise<void> {
    return this.turns.take(async () => {
      const { index, positions, tools } = this.parts;
      const owned = this.holdings.all();
      if (owned.length === 0 || !this.holdings.allLive) return;
      await look(index.engine, {
        at: positions.caughtUpAt(tools.clock.now()),
        vacancies: positions.vector(),
        profiles: this.takeover.places,
      });
    });
  }

  profiles(batch: Batch, records: readonly Read<ProfileState>[]): Promise<void> {
    return this.turns.take(async () => {
      const owned = this.holdings.get(batch.partition);
      if (owned === undefined || batch.isStale()) return;
      owned.high = batch.high;
      const out = this.outgoing();
      for (const record of records) {
        if (owned.live) await this.takeProfile(owned, record, out);
        else await this.takeover.restore(owned, record);
      }
      await out.flush();
    });
  }

  /** Vacancies wait while a partition is being taken over. */
  async vacancies(batch: Batch, records: readonly Read<VacancyState>[]): Promise<void> {
    for (let next = 0; next < records.length;) {
      await this.holdings.gate.passed();
      next = await this.turns.take(() =>
        this.holdings.allLive ? this.someVacancies(batch, records, next) : Promise.resolve(next),
      );
    }
  }

  /** Commits what is done, once, for the partitions that are live and still ours in this very tick. */
  commit(): Promise<void> {
    return this.turns.take(() => this.parts.progress.commitAll(this.holdings.live()));
  }

  /** As `commit`, when there is anything new to say. */
  async commitIfMoved(): Promise<void> {
    if (this.parts.progress.hasMoved && !this.turns.haveFailed) await this.commit();
  }

  /** A partition in a turn, with breaths: each takes a third of a second where twelve have a million profiles. */
  private async forgetAllBut({ partitions }: Assignment): Promise<void> {
    const given = new Set(partitions.map(({ partition }) => partition));
    for (const [partition] of this.takeover.left)
      if (!given.has(partition)) await this.turns.take(() => this.takeover.forget(partition));
  }

  private async someVacancies(
    batch: Batch,
    records: readonly Read<VacancyState>[],
    from: number,
  ): Promise<number> {
    const { positions, progress } = this.parts;
    const out = this.outgoing();
    const some = records.slice(from, from + TURN);
    for (const { offset, event } of some) {
      if (event !== undefined) await this.takeVacancy(event, out);
      positions.read(event?.key, batch.partition, offset);
    }
    positions.sawEnd(batch.partition, batch.high);
    progress.move();
    await out.flush();
    return from + some.length;
  }

  private async takeVacancy(event: EventRecord<VacancyState>, out: OutgoingSets): Promise<void> {
    const { index, whole } = this.parts;
    const { key, revision = 0 } = event;
    const first = index.engine.vacancyRevision(key) === undefined && revision === 1;
    const news = index.takeVacancy(event);
    const live = this.holdings.live();
    // None at a start: what was said long ago is read then.
    if (news && live.length > 0) await onItsWay(event, GROUP, () => whole.ofVacancy(key, live, first, out));
  }

  private async takeProfile(
    owned: OwnedPartition,
    { offset, event }: Read<ProfileState>,
    out: OutgoingSets,
  ): Promise<void> {
    const { index, whole, progress } = this.parts;
    if (event !== undefined && index.takeProfile(event, owned.partition))
      await onItsWay(event, GROUP, () => whole.ofProfile(event.key, owned, out));
    owned.offset = offset + 1;
    progress.move();
  }

  private outgoing(): OutgoingSets {
    return new OutgoingSets(this.parts.tools.sets);
  }
}
