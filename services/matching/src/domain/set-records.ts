/** About 150 KB of JSON; a log takes records of 1 MB. */
export const MATCHES_PER_RECORD = 100;

/** A set as records hold it: the whole of it in pieces, `last` on the last; an empty set is one. */
export function* piecesOf<Match>(matches: readonly Match[]): Generator<{ some: Match[]; last: boolean }> {
  for (let from = 0; ; from += MATCHES_PER_RECORD) {
    const last = from + MATCHES_PER_RECORD >= matches.length;
    yield { some: matches.slice(from, from + MATCHES_PER_RECORD), last };
    if (last) return;
  }
}
