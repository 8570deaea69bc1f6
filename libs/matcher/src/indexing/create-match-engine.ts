import type { MatchEngine } from '../match-engine.js';
import type { MatchingTaxonomy } from '../matching-taxonomy.js';
import { PostingsMatchEngine } from './postings-match-engine.js';

/** An empty engine over plain maps: exact, and fast enough for tens of thousands on each side. */
export function createMatchEngine(taxonomy: MatchingTaxonomy): MatchEngine {
  return new PostingsMatchEngine(taxonomy);
}
