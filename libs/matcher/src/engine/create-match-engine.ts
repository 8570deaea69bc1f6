import type { MatchEngine } from '../match-engine.js';
import type { MatchingTaxonomy } from '../matching-taxonomy.js';
import type { TakeBytes } from '../snapshot/read-snapshot.js';
import { IndexedMatchEngine } from './indexed-match-engine.js';

/**
 * An engine from a snapshot, and the note that was saved with it (where in the log it stands, say). Throws
 * `SnapshotRefused` where the snapshot is damaged, of another format or of another scorer: build the index from the log.
 */
export function openMatchEngine(
  taxonomy: MatchingTaxonomy,
  take: TakeBytes,
): { engine: MatchEngine; note: string } {
  const engine = new IndexedMatchEngine(taxonomy);
  const note = engine.restore(take);
  return { engine, note };
}

/** An empty engine, for one thread and up to a few million on each side. */
export function createMatchEngine(taxonomy: MatchingTaxonomy): MatchEngine {
  return new IndexedMatchEngine(taxonomy);
}
