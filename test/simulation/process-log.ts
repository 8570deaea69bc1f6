import type { Topic } from '@jobwire/contracts';
import {
  StaleGenerationError,
  UnavailableError,
  type Appended,
  type Batch,
  type EventLog,
  type Follower,
  type FollowOptions,
  type GroupHandler,
  type GroupMember,
  type GroupOptions,
  type NewRecord,
  type OffsetCommit,
  type SqliteLog,
} from '@jobwire/messaging';
import type { Life } from './life.js';
import type { Broker } from './broker.js';

const SESSION_TIMEOUT_MS = 60;
const never = new Promise<never>(() => undefined);

/** The log as one process sees it: slow, failing, doubling; deaf once the process is a ghost, gone once it is dead. */
export class ProcessLog implements EventLog {
  private readonly members: GroupMember[] = [];

  constructor(
    private readonly broker: Broker,
    private readonly life: Life,
  ) {
    life.onDeath(() => this.silence());
  }

  /** The group hears nothing of its members any more, and they hear nothing of the group. */
  silence(): void {
    for (const member of this.members) this.log.crash(member);
  }

  async append(records: readonly NewRecord[]): Promise<readonly Appended[]> {
    await this.life.hop();
    const { mix, chance } = this.life.around;
    if (this.life.mishap(mix.failBefore) || records.some(({ topic }) => this.broker.isAway(topic)))
      throw new UnavailableError('A mishap: nothing was appended.');
    const half = records.length > 1 && this.life.mishap(0.3) ? chance.between(1, records.length - 1) : 0;
    const first = half > 0 ? await this.say(records.slice(0, half)) : [];
    if (half > 0) await this.betweenHalves(records);
    const rest = await this.say(records.slice(half));
    if (this.life.mishap(mix.duplicate)) await this.say(records);
    if (this.life.mishap(mix.lateDuplicate)) this.broker.later(this.life.name, records);
    if (this.life.mishap(mix.dieAfter)) this.life.die();
    await this.life.hop();
    if (this.life.mishap(mix.failAfter))
      throw new UnavailableError('A mishap: it was appended all the same.');
    return [...first, ...rest];
  }

  async join(options: GroupOptions): Promise<GroupMember> {
    await this.asking();
    const member = await this.log.join({
      ...options,
      handler: this.perilous(options.group, options.handler),
      sessionTimeoutMs: SESSION_TIMEOUT_MS,
      maxBatch: this.life.around.chance.oneOf(1, 3, 20),
    });
    this.take(member);
    await this.life.hop();
    return this.wrap(options.group, member);
  }

  async follow(options: FollowOptions): Promise<Follower> {
    await this.asking();
    const maxBatch = this.life.around.chance.oneOf(1, 3, 20);
    const follower = await this.log.follow({
      ...options,
      maxBatch,
      batch: async (batch) => {
        await this.life.hop();
        await options.batch(batch);
      },
    });
    await this.life.hop();
    return follower;
  }

  ensureTopics(topics: readonly Topic[]) {
    return this.log.ensureTopics(topics);
  }

  async logId() {
    await this.life.hop();
    return this.log.logId();
  }

  partitionsOf(topic: string) {
    return this.log.partitionsOf(topic);
  }

  async watermarks(topic: string) {
    await this.asking();
    const marks = await this.log.watermarks(topic);
    await this.life.hop();
    return marks;
  }

  async committed(group: string, topic: string) {
    await this.asking();
    const committed = await this.log.committed(group, topic);
    await this.life.hop();
    return committed;
  }

  async close(): Promise<void> {
    // The broker outlives its clients.
  }

  private get log(): SqliteLog {
    return this.broker.log;
  }

  private async asking(): Promise<void> {
    await this.life.hop();
    if (this.life.mishap(this.life.around.mix.failAsking)) throw new UnavailableError('A mishap: no answer.');
  }

  private async betweenHalves(records: readonly NewRecord[]): Promise<void> {
    await this.life.hop();
    if (!this.life.mishap(this.life.around.mix.failHalf * 3)) return;
    throw new UnavailableError(`A mishap: not all of ${records.length} records were appended.`);
  }

  private async say(records: readonly NewRecord[]): Promise<readonly Appended[]> {
    const appended = await this.log.append(records);
    this.broker.tell(this.life.name, records, appended);
    return appended;
  }

  private take(member: GroupMember): void {
    if (this.life.state === 'alive') this.members.push(member);
    else this.log.crash(member);
  }

  private wrap(group: string, member: GroupMember): GroupMember {
    return {
      assignment: () => member.assignment(),
      commit: (generation, offsets) => this.commit(group, member, generation, offsets),
      pause: (partitions) => member.pause(partitions),
      resume: (partitions) => member.resume(partitions),
      leave: () => (this.life.dead ? never : member.leave()),
      // A process that died, or that nobody told, sees no end.
      ended: member.ended.then((error) => (this.life.state === 'alive' ? error : never)),
    };
  }

  private async commit(
    group: string,
    member: GroupMember,
    generation: number,
    offsets: readonly OffsetCommit[],
  ): Promise<void> {
    await this.life.hop();
    const { mix } = this.life.around;
    if (this.life.mishap(mix.failBefore)) throw new UnavailableError('A mishap: nothing was committed.');
    try {
      await member.commit(generation, offsets);
    } catch (error) {
      if (!(error instanceof StaleGenerationError)) throw error;
      // As Kafka does, which takes commits of the old generation while it waits for everybody to come back.
      if (this.life.state !== 'alive' || !this.broker.isPreparing(group, generation)) throw error;
      await this.broker.force(group, offsets);
    }
    this.broker.remember(this.life.name, group, offsets);
    if (this.life.mishap(mix.dieAfter)) this.life.die();
    await this.life.hop();
    if (this.life.mishap(mix.failAfter))
      throw new UnavailableError('A mishap: it was committed all the same.');
  }

  private perilous(group: string, handler: GroupHandler): GroupHandler {
    const told = new Set<number>();
    let current = 0;
    let heard: Promise<void> = Promise.resolve();
    return {
      assigned: async (assignment, member) => {
        this.broker.generationBegan(group, assignment.generation);
        this.take(member);
        await heard;
        await this.life.hop();
        // Nobody is given what was taken away already.
        if (told.has(assignment.generation)) return [];
        current = assignment.generation;
        return handler.assigned?.(assignment, this.wrap(group, member));
      },
      revoked: (assignment) => {
        heard = this.hearLate(heard, () => {
          told.add(assignment.generation);
          handler.revoked?.(assignment);
        });
      },
      batch: async (batch) => {
        const generation = current;
        await this.fetch();
        const isStale = (): boolean => batch.isStale() && told.has(generation);
        await handler.batch({ ...this.slow(batch), isStale });
      },
    };
  }

  private async fetch(): Promise<void> {
    const { mix, chance, sleep } = this.life.around;
    if (this.life.mishap(mix.slowFetch)) await sleep(chance.between(10, 40));
    await this.life.hop();
  }

  private slow(batch: Batch): Batch {
    return {
      ...batch,
      heartbeat: async () => {
        await this.life.hop();
        await batch.heartbeat();
      },
    };
  }

  /** When a member hears of its loss: at once, or some time later. */
  private async hearLate(before: Promise<void>, hear: () => void): Promise<void> {
    await before;
    const { mix, chance, sleep } = this.life.around;
    if (this.life.mishap(mix.lateRevoke)) await sleep(chance.between(1, 60));
    await this.life.awake();
    if (!this.life.dead) hear();
  }
}
