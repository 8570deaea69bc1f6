import type { MatchEngine } from '../match-engine.js';
import type { MatchingTaxonomy } from '../matching-taxonomy.js';
import { IndexedMatchEngine } from './indexed-match-engine.js';

/** An empty engine, for one thread and up to a few million on each side. */
export function createMatchEngine(taxonomy: MatchingTaxonomy): MatchEngine {
  return new IndexedMatchEngine(taxonomy);
}
