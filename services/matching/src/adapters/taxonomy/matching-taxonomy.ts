import type { MatchingTaxonomy } from '@jobwire/matcher';
import type { Taxonomy } from '@jobwire/taxonomy';

/** What the engine needs to know of skills and occupations. */
export function matchingTaxonomy(taxonomy: Taxonomy): MatchingTaxonomy {
  return {
    version: taxonomy.version,
    idf: (skillId) => taxonomy.idf(skillId),
    relations: (skillId) => taxonomy.relations(skillId),
    iscoOf: (occupationId) => taxonomy.occupation(occupationId)?.isco08,
  };
}
