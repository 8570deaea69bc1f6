import type { Slices } from '../match-engine.js';
import type { Pace } from './pace.js';
import type { Tally } from './tally.js';

/**
 * Rows touched in a loop of its own right before they are used. Memory answers after 200 ns, but to some twenty reads
 * at once if they stand close together in the code; between the work on rows they would wait for one another.
 */
export const TOUCHED = 128;

/**
 * Goes through the ranked rows, a batch at a time, as long as they could score what `least` says by then. Returns false
 * when it was disturbed.
 */
export function* inBatches(
  tally: Tally,
  least: () => number,
  look: (from: number, end: number) => void,
  pace: Pace,
): Slices<boolean> {
  for (let from = 0, end = 0; (end = Math.min(from + TOUCHED, tally.countFrom(least()))) > from; from = end) {
    look(from, end);
    pace.verified(end - from);
    if (pace.isDue && !(yield* pace.breathe())) return false;
  }
  return true;
}
