import type { EngineSizes, EngineWork } from '@jobwire/matcher';
import type { ServiceContext } from '@jobwire/platform';
import type { TimeEvent } from '../../application/ports.js';

const WORK = ['searches', 'scanned', 'verified', 'found'] as const;

/** What the engine holds and what it does, in numbers for operators. */
export class EngineMetrics {
  private readonly seconds;
  private readonly work;
  private counted: EngineWork = { searches: 0, scanned: 0, verified: 0, found: 0 };

  constructor(
    { metrics }: Pick<ServiceContext, 'metrics'>,
    private readonly readWork: () => EngineWork,
    readSizes: () => EngineSizes,
  ) {
    this.seconds = metrics.histogram(
      'jobwire_match_event_seconds',
      'From an event to its whole set, with the breaths between slices, and from a thousand matches on with appends.',
      ['kind'],
    );
    this.work = metrics.counter(
      'jobwire_match_work_total',
      'Searches, postings scanned, rows verified and pairs found.',
      ['what'],
    );
    metrics.gauge('jobwire_index_subjects', 'Subjects in the matching index.', ['kind'], (gauge) => {
      const { vacancies, profiles, stubs } = readSizes();
      gauge.set({ kind: 'vacancy' }, vacancies);
      gauge.set({ kind: 'profile' }, profiles);
      gauge.set({ kind: 'ended' }, stubs);
    });
    metrics.gauge('jobwire_index_bytes', 'Memory of the matching index.', ['kind'], (gauge) => {
      const { vacancyBytes, profileBytes } = readSizes();
      gauge.set({ kind: 'vacancy' }, vacancyBytes);
      gauge.set({ kind: 'profile' }, profileBytes);
    });
    metrics.gauge('jobwire_index_shared_bytes', 'Of it, postings that WebAssembly reads.', [], (gauge) =>
      gauge.set(readSizes().sharedBytes),
    );
  }

  readonly timeEvent: TimeEvent = (kind) => {
    const stop = this.seconds.startTimer({ kind });
    return () => {
      stop();
      this.count();
    };
  };

  /** A new engine, made after a failure, counts from 0 again. */
  private count(): void {
    const now = this.readWork();
    const isNew = now.searches < this.counted.searches;
    for (const what of WORK) this.work.inc({ what }, now[what] - (isNew ? 0 : this.counted[what]));
    this.counted = now;
  }
}
