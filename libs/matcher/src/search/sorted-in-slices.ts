import type { Slices } from '../match-engine.js';
import type { Pace } from './pace.js';

const CHUNK = 1024;
/** What comparing two named pairs costs, in postings scanned. */
const COMPARISON = 30;

/** A merge sort that breathes. Undefined when it was disturbed. */
export function* sortedInSlices<T>(
  items: readonly T[],
  compare: (a: T, b: T) => number,
  pace: Pace,
): Slices<T[] | undefined> {
  if (items.length <= CHUNK) return items.length < 2 ? [...items] : items.toSorted(compare);
  let runs: T[][] = [];
  for (let from = 0; from < items.length; from += CHUNK) {
    runs.push(items.slice(from, from + CHUNK).toSorted(compare));
    pace.spend(10 * CHUNK * COMPARISON);
    if (pace.isDue && !(yield* pace.breathe())) return undefined;
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      const run = yield* mergedInSlices(runs[at], runs[at + 1] ?? [], compare, pace);
      if (run === undefined) return undefined;
      merged.push(run);
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

function* mergedInSlices<T>(
  a: readonly T[],
  b: readonly T[],
  compare: (a: T, b: T) => number,
  pace: Pace,
): Slices<T[] | undefined> {
  const merged: T[] = [];
  let [atA, atB] = [0, 0];
  while (atA < a.length || atB < b.length) {
    const takesA = atB === b.length || (atA < a.length && compare(a[atA], b[atB]) <= 0);
    merged.push(takesA ? a[atA++] : b[atB++]);
    if (merged.length % CHUNK !== 0) continue;
    pace.spend(CHUNK * COMPARISON);
    if (pace.isDue && !(yield* pace.breathe())) return undefined;
  }
  return merged;
}
