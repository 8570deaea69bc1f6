/** How a skill that somebody holds stands to another one: `broader` means that the other one is broader. */
export interface SkillRelation {
  readonly id: string;
  readonly relation: 'narrower' | 'broader' | 'related';
}

/**
 * What the engine needs to know of skills and occupations. Answers must not change under one `version`:
 * the engine keeps what it was told.
 */
export interface MatchingTaxonomy {
  /** Part of the scorer version: another taxonomy means other scores. */
  readonly version: string;
  /**
   * The idf of a skill whose mention is neither rare nor common; a vacancy must ask about three of them before
   * its skills alone can fill their part of the score. Default `TYPICAL_IDF`, for tables of ln(1 + n / (1 + df)).
   */
  readonly typicalIdf?: number;
  /** Rarity of a skill, from a table shipped with the taxonomy; an unknown id needs an answer too. Not finite or below 0 counts as 0. */
  idf(skillId: string): number;
  /**
   * Neighbours of a skill from its holder's point of view: `relations('wound care')` lists 'nursing' as `broader`.
   * Need not be symmetric. An unknown id has none.
   */
  relations(skillId: string): readonly SkillRelation[];
  /** ISCO-08 unit group (four digits) of an occupation; undefined for one in no taxonomy, which matches itself only. */
  iscoOf(occupationId: string): string | undefined;
}
