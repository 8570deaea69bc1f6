import type { PairMatch, Slices } from '../match-engine.js';

/** Candidates judged between two heartbeats: about a millisecond. */
const SLICE = 1000;

/** Judges candidates slice by slice; the end is what passed, best first, ties by `idOf` in code units. */
export function* rankedSlices<T>(
  candidates: Iterable<T>,
  judge: (candidate: T) => PairMatch | undefined,
  idOf: (match: PairMatch) => string,
): Slices<PairMatch[]> {
  const matches: PairMatch[] = [];
  let judged = 0;
  for (const candidate of candidates) {
    const match = judge(candidate);
    if (match !== undefined) matches.push(match);
    if (++judged % SLICE === 0) yield;
  }
  return matches.toSorted((a, b) => b.score - a.score || (idOf(a) < idOf(b) ? -1 : 1));
}
