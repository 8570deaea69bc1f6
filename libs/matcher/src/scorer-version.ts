import type { MatchingTaxonomy } from './matching-taxonomy.js';

/** Raise it with every change of a formula, a weight, a filter or the floor: every set is then published again. */
const SCORER = 3;

/** The version that a match records, such as `3+esco-1.1.1`: equal revisions and version give equal matches. */
export function scorerVersion(taxonomy: MatchingTaxonomy): string {
  return `${SCORER}+${taxonomy.version}`;
}
