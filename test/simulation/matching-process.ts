import type { Clock } from '@jobwire/kernel';
import { createMatchEngine, openMatchEngine } from '@jobwire/matcher';
import { EventPublisher } from '@jobwire/messaging';
import { MatchingRunner } from '../../services/matching/src/adapters/events/matching-runner.js';
import type { SnapshotStore } from '../../services/matching/src/application/snapshots.js';
import type { Holdings } from '../../services/matching/src/application/holdings.js';
import type { Broker } from './broker.js';
import { contextOf } from './context.js';
import type { Life } from './life.js';
import { taxonomyOf } from './market.js';
import { inSlices } from './in-slices.js';
import { ProcessLog } from './process-log.js';

/** Often, so that most lives begin with an index that somebody saved. */
const SAVED_EVERY_MS = 400;
const FORGET_AFTER_MS = 150;
/** What a process that is told to stop may take. */
const GRACE_MS = 100;

/** One instance of the matching service: its real runner on a perilous log. */
export class MatchingProcess {
  private readonly log: ProcessLog;
  private readonly runner: MatchingRunner;

  constructor(
    readonly life: Life,
    broker: Broker,
    clock: Clock,
    readonly release: number,
    disk: SnapshotStore,
  ) {
    this.log = new ProcessLog(broker, life);
    const publisher = new EventPublisher(this.oddly(), life.name, clock);
    const context = contextOf('matching', this.log, clock, broker.partitions);
    this.runner = new MatchingRunner(
      context,
      publisher,
      {
        create: () => inSlices(createMatchEngine(taxonomyOf(release))),
        reopen: (take) => {
          const { engine, note } = openMatchEngine(taxonomyOf(release), take);
          return { engine: inSlices(engine), note };
        },
      },
      { store: disk, everyMs: SAVED_EVERY_MS, forgetAfterMs: FORGET_AFTER_MS },
    );
  }

  /** What no one foresaw happens to every so many match sets. */
  private oddly(): Pick<ProcessLog, 'append'> {
    return {
      append: (records) =>
        this.life.mishap(this.life.around.mix.failOddly)
          ? Promise.reject(new Error('A mishap that nobody expects.'))
          : this.log.append(records),
    };
  }

  async start(): Promise<void> {
    try {
      await this.runner.start();
    } catch {
      // As the process manager sees it: it did not start, so it is started again.
      this.life.die();
    }
  }

  /** Told to stop, it finishes and leaves; one that takes too long is killed. */
  async stop(): Promise<void> {
    const { life } = this;
    if (life.dead) return;
    life.around.say(`${life.name} is told to stop`);
    await Promise.race([this.runner.stop().catch(() => undefined), life.around.sleep(GRACE_MS)]);
    life.die();
  }

  /** The group's consumer hangs with its heartbeat, the process goes on and does not know. */
  becomeGhost(): void {
    if (this.life.state !== 'alive') return;
    this.life.state = 'ghost';
    this.life.around.say(`${this.life.name} becomes a ghost`);
    this.log.silence();
  }

  get ready(): boolean {
    return this.runner.ready;
  }

  describe(): string {
    const held = this.holdings().map(
      (one) => `${one.partition} ${one.live ? 'live' : `at ${one.offset} of ${one.restoreTo}`}`,
    );
    return `${this.life.name} is not ready, holds ${held.join(', ')}`;
  }

  get index() {
    return this.runner['instance']?.['parts'].tools.beginning;
  }

  holdings(): ReturnType<Holdings['all']> {
    return this.runner['instance']?.holdings.all() ?? [];
  }
}
