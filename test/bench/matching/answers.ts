import { EventPublisher, type EventLog, type Saying } from '@jobwire/messaging';
import { quantiles } from '../quantiles.js';
import type { HeardSets } from './heard-sets.js';

export interface Question {
  readonly id: string;
  readonly saying: Saying;
}

/** One state that was put, its milliseconds and the size of its set. */
export interface Answer {
  readonly toItsSetMs: number;
  /** Until the state itself was in the log. */
  readonly putMs: number;
  readonly matches: number;
}

/** From the call that puts a state to all of its set in so many partitions, one after the other. */
export async function* answers(
  log: EventLog,
  sets: HeardSets,
  partitions: number,
  questions: Iterable<Question>,
): AsyncGenerator<Answer> {
  const publisher = new EventPublisher(log, 'bench');
  for (const { id, saying } of questions) {
    const whole = sets.whole(id, partitions);
    const began = performance.now();
    await publisher.publishAll([saying]);
    const putMs = performance.now() - began;
    await whole;
    yield { putMs, toItsSetMs: performance.now() - began, matches: sets.countMatches() };
  }
}

const SIZES = [10, 30, 100, 300, 1000, Infinity];

/** As a whole, and by the size of the set. */
export function summary(all: readonly Answer[]) {
  const mean = (some: readonly Answer[]) =>
    Math.round((10 * some.reduce((sum, { matches }) => sum + matches, 0)) / some.length) / 10;
  const bySize = SIZES.map((most, n) => {
    const some = all.filter(({ matches }) => matches < most && matches >= (SIZES[n - 1] ?? 0));
    return { below: most, matches: mean(some), ...quantiles(some.map(({ toItsSetMs }) => toItsSetMs)) };
  });
  return {
    toItsSetMs: quantiles(all.map(({ toItsSetMs }) => toItsSetMs)),
    putMs: quantiles(all.map(({ putMs }) => putMs)),
    matchesInASet: mean(all),
    bySize: bySize.filter(({ n }) => n > 0),
  };
}
