import type { Slices } from '../match-engine.js';
import type { Pace } from './pace.js';

/** Up to here the simplest of sorts is the fastest, as the system's calls back for each comparison; most scores have two or three pairs. */
export const FEW = 64;
const CHUNK = 1024;
/** What comparing two named pairs costs, in postings scanned. */
const COMPARISON = 30;

type Compare = (a: number, b: number) => number;

/** Sorts a few in their place; false where they are too many for that. */
export function sortFew(items: Int32Array, from: number, end: number, compare: Compare): boolean {
  if (end - from > FEW) return false;
  for (let n = from + 1; n < end; n++) {
    const item = items[n];
    let at = n;
    for (; at > from && compare(items[at - 1], item) > 0; at--) items[at] = items[at - 1];
    items[at] = item;
  }
  return true;
}

/** A merge sort that breathes. Undefined when it was disturbed. */
export function* sortedInSlices(
  items: Int32Array,
  compare: Compare,
  pace: Pace,
): Slices<Int32Array | undefined> {
  let runs: Int32Array[] = [];
  for (let from = 0; from < items.length; from += CHUNK) {
    runs.push(items.subarray(from, from + CHUNK).toSorted(compare));
    pace.spend(10 * CHUNK * COMPARISON);
    if (pace.isDue && !(yield* pace.breathe())) return undefined;
  }
  while (runs.length > 1) {
    const merged: Int32Array[] = [];
    for (let at = 0; at < runs.length; at += 2) {
      const run = yield* mergedInSlices(runs[at], runs[at + 1] ?? new Int32Array(0), compare, pace);
      if (run === undefined) return undefined;
      merged.push(run);
    }
    runs = merged;
  }
  return runs[0];
}

function* mergedInSlices(
  a: Int32Array,
  b: Int32Array,
  compare: Compare,
  pace: Pace,
): Slices<Int32Array | undefined> {
  const merged = new Int32Array(a.length + b.length);
  let [atA, atB] = [0, 0];
  for (let at = 0; at < merged.length; at++) {
    const takesA = atB === b.length || (atA < a.length && compare(a[atA], b[atB]) <= 0);
    merged[at] = takesA ? a[atA++] : b[atB++];
    if (at % CHUNK !== 0) continue;
    pace.spend(CHUNK * COMPARISON);
    if (pace.isDue && !(yield* pace.breathe())) return undefined;
  }
  return merged;
}
