import { deadLetterOf, profileState, topics, vacancyState } from '@jobwire/contracts';
import type { MatchEngine } from '@jobwire/matcher';
import {
  DeadLetters,
  type Batch,
  type EventPublisher,
  type Follower,
  type GroupMember,
} from '@jobwire/messaging';
import { every, type ServiceContext } from '@jobwire/platform';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { Commits, GROUP } from '../../application/commits.js';
import { MatchingInstance } from '../../application/matching-instance.js';
import { Snapshots, type TakeBytes } from '../../application/snapshots.js';
import { EngineMetrics } from '../metrics/engine-metrics.js';
import { keepSaving, type Saving } from './keep-saving.js';
import { LogMatchSets } from './log-match-sets.js';
import { readBatch } from './reading.js';

/** Progress is committed this often: a crash repeats no more than this much work. */
const COMMIT_EVERY_MS = 200;
const HEARTBEAT_MS = 2000;
const RESTART_PAUSE_MS = 1000;

/** How an index is made, and how it is brought back. */
export interface Engines {
  readonly create: () => MatchEngine;
  /** @throws SnapshotRefused, with the reason */
  readonly reopen: (take: TakeBytes) => { engine: MatchEngine; note: string };
}

/** Keeps one matching instance on the log: reads all vacancies, then joins the group; starts anew after a failure. */
export class MatchingRunner {
  private engine: MatchEngine;
  private readonly snapshots: Snapshots;
  private stopSaving: () => Promise<void> = () => Promise.resolve();
  private instance: MatchingInstance | undefined;
  private follower: Follower | undefined;
  private member: GroupMember | undefined;
  private stopCommits: () => Promise<void> = () => Promise.resolve();
  private readonly stopping = new AbortController();
  private readonly metrics: EngineMetrics;
  private readonly deadLetters: DeadLetters;
  private initialEnds: ReadonlyMap<number, number> = new Map();

  constructor(
    private readonly context: ServiceContext,
    private readonly publisher: EventPublisher,
    private readonly engines: Engines,
    private readonly saving: Saving,
  ) {
    this.engine = engines.create();
    this.snapshots = new Snapshots({
      ...engines,
      log: context.log,
      clock: context.clock,
      breathe: () => nextTurn(),
      store: saving.store,
      refused: (why) => context.logger.warn({ why }, 'the snapshot of the index is not used'),
    });
    this.metrics = new EngineMetrics(
      context,
      () => this.engine.work(),
      () => this.engine.sizes(),
    );
    this.deadLetters = new DeadLetters(context.log, GROUP, context.clock);
  }

  /** Vacancies are read to the end, and every partition in hand is settled. */
  get ready(): boolean {
    return this.member !== undefined && (this.instance?.holdings.settled ?? false);
  }

  /** Records not matched yet: of all vacancies, and of the profiles in hand. */
  get lags() {
    const vacancies = this.instance?.positions.lags() ?? [];
    const profiles = this.instance?.holdings.all() ?? [];
    return [
      ...vacancies.map((lag, partition) => ({ topic: topics.vacancies.name, partition, lag })),
      ...profiles.map(({ partition, high, offset }) => ({
        topic: topics.profiles.name,
        partition,
        lag: Math.max(0, high - offset),
      })),
    ];
  }

  async start(): Promise<void> {
    const { log } = this.context;
    await log.ensureTopics([topics.vacancies, topics.profiles, topics.matches, deadLetterOf(GROUP)]);
    await this.begin();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all([this.stopCommits(), this.stopSaving()]);
    await this.follower?.close();
    await this.instance?.commit().catch(() => undefined);
    await this.save().catch(() => undefined);
    await this.member?.leave();
  }

  private async begin(): Promise<void> {
    const { log, clock } = this.context;
    const marks = await log.watermarks(topics.vacancies.name);
    this.initialEnds = new Map(marks.filter(({ low, high }) => high > low).map((m) => [m.partition, m.high]));
    const beginning = await this.snapshots.begin(marks.length);
    this.engine = beginning.engine;
    const instance = new MatchingInstance({
      log,
      clock,
      sets: new LogMatchSets(this.publisher, (ms) => pause(ms, undefined, { signal: this.stopping.signal })),
      commits: new Commits(log, marks.length),
      breathe: () => nextTurn(),
      timeEvent: this.metrics.timeEvent,
      beginning,
    });
    this.instance = instance;
    const read = this.initialReading();
    this.follower = await log.follow({
      topics: [topics.vacancies.name],
      from: marks.map(({ partition }) => ({
        topic: topics.vacancies.name,
        partition,
        offset: beginning.positions.vector()[partition] ?? 0,
      })),
      batch: (batch) => this.vacancies(instance, batch, read.check),
    });
    this.restartWhenEnded(this.follower.ended, instance);
    await Promise.race([read.done, this.follower.ended]);
    // Ended meanwhile: by stop(), or by a failure, and then the next instance is on its way.
    if (this.isCurrent(instance)) await this.join(instance);
  }

  private async join(instance: MatchingInstance): Promise<void> {
    const member = await this.context.log.join({
      group: GROUP,
      topics: [topics.profiles.name],
      handler: {
        assigned: (assignment, itself) => instance.assigned(assignment, itself),
        revoked: (assignment) => instance.revoked(assignment),
        batch: (batch) => this.profiles(instance, batch),
      },
    });
    if (!this.isCurrent(instance)) return member.leave();
    this.member = member;
    this.restartWhenEnded(member.ended, instance);
    this.stopCommits = every(
      COMMIT_EVERY_MS,
      'committing',
      () => instance.commitIfMoved(),
      this.context.logger,
    );
    this.stopSaving = keepSaving(this.snapshots, instance, this.saving, this.context.logger);
  }

  private async save(): Promise<void> {
    if (this.instance !== undefined) await this.snapshots.save(this.instance);
  }

  /** Resolves once everything that was there at the start has been read. */
  private initialReading(): { done: Promise<void>; check: () => void } {
    const { promise, resolve } = Promise.withResolvers<void>();
    const check = (): void => {
      const vector = this.instance?.positions.vector() ?? [];
      if ([...this.initialEnds].every(([partition, end]) => (vector[partition] ?? 0) >= end)) resolve();
    };
    check();
    return { done: promise, check };
  }

  private async vacancies(instance: MatchingInstance, batch: Batch, check: () => void): Promise<void> {
    const records = await readBatch(batch, vacancyState, this.deadLetters, this.context.clock);
    await instance.vacancies(batch, records);
    check();
  }

  private async profiles(instance: MatchingInstance, batch: Batch): Promise<void> {
    // One that fails says that the partition is lost, which the group tells in its own way.
    const beat = setInterval(() => void batch.heartbeat().catch(() => undefined), HEARTBEAT_MS);
    try {
      const records = await readBatch(batch, profileState, this.deadLetters, this.context.clock);
      await this.eraseDeadLetters(batch);
      await instance.profiles(batch, records);
    } finally {
      clearInterval(beat);
    }
  }

  private async eraseDeadLetters(batch: Batch): Promise<void> {
    await this.deadLetters.erase(batch.records.filter(({ key, value }) => key !== null && value === null));
  }

  private restartWhenEnded(ended: Promise<Error | undefined>, instance: MatchingInstance): void {
    const watch = async (): Promise<void> => {
      const error = await ended;
      if (error === undefined || !this.isCurrent(instance)) return;
      this.context.logger.error({ err: error }, 'matching failed and starts anew');
      await this.again();
    };
    watch().catch((error: unknown) => this.context.logger.fatal({ err: error }, 'matching has ended'));
  }

  private isCurrent(instance: MatchingInstance): boolean {
    return instance === this.instance && !this.stopping.signal.aborted;
  }

  /** Until it succeeds: a log that is away for a while must not end matching for good. */
  private async again(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await this.letGo();
      await pause(RESTART_PAUSE_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      try {
        if (!this.stopping.signal.aborted) await this.begin();
        return;
      } catch (error) {
        this.context.logger.error({ err: error }, 'matching could not start anew and tries again');
      }
    }
  }

  private async letGo(): Promise<void> {
    const { follower, member } = this;
    this.instance = undefined;
    this.follower = undefined;
    this.member = undefined;
    await Promise.all([this.stopCommits(), this.stopSaving()]);
    await Promise.allSettled([follower?.close(), member?.leave()]);
  }
}
