import type { MatchingTaxonomy } from '@jobwire/matcher';
import type { RelatedSkill, Taxonomy } from '@jobwire/taxonomy';

/** Kinds of which one has the very thing or has it not: a nurse's registration is no midwife's. */
const NOTHING_STANDS_IN = new Set(['licence', 'registration', 'language']);

/** What the engine needs to know of skills and occupations. */
export function matchingTaxonomy(taxonomy: Taxonomy): MatchingTaxonomy {
  return {
    version: taxonomy.version,
    typicalIdf: taxonomy.typicalIdf,
    idf: (skillId) => taxonomy.idf(skillId),
    relations: (skillId) => taxonomy.relations(skillId).filter((near) => standsIn(near, taxonomy)),
    iscoOf: (occupationId) => taxonomy.occupation(occupationId)?.isco08,
  };
}

/** For a licence only a more special one does: who may drive C+E may drive C. */
function standsIn({ id, relation }: RelatedSkill, taxonomy: Taxonomy): boolean {
  return relation === 'broader' || !NOTHING_STANDS_IN.has(taxonomy.skill(id)?.kind ?? '');
}
