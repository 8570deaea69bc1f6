import type { LabourMarket } from './labour-market.js';

/** What a skill is: something one can do, something one knows, a language, a licence to drive, a registration, a qualification, a tool. */
export type SkillKind =
  | 'skill'
  | 'knowledge'
  | 'language'
  | 'licence'
  | 'registration'
  | 'qualification'
  | 'tool';

/** One concept of the taxonomy. `id` is stable and starts with `skill:`. */
export interface Skill {
  id: string;
  label: string;
  kind: SkillKind;
  altLabels: readonly string[];
}

/** A skill as somebody named it. `known` is false for a label in no taxonomy, whose id is `label:<normalised>`. */
export interface ResolvedSkill {
  id: string;
  label: string;
  known: boolean;
}

/** How one skill stands to another. */
export type SkillRelation = 'same' | 'narrower' | 'broader' | 'related';

/** A skill near another one; `relation` is what `id` is to the skill asked about. */
export interface RelatedSkill {
  id: string;
  relation: Exclude<SkillRelation, 'same'>;
}

/** One occupation with its SOC 2020 unit group and ISCO-08 unit group (four digits each) and the ids of its skills. */
export interface Occupation {
  id: string;
  label: string;
  altLabels: readonly string[];
  /** Names that mean this one in everyday speech, whatever else lists them. */
  usualNames?: readonly string[];
  soc2020: string;
  isco08: string;
  essential: readonly string[];
  optional: readonly string[];
}

/** What the wording around a skill asks for. */
export type Need = 'required' | 'desired' | 'mentioned';

/** A skill found in running text: `text.slice(start, end)`, in UTF-16 units of the text given, is `text`. */
export interface FoundSkill {
  id: string;
  label: string;
  start: number;
  end: number;
  text: string;
  need: Need;
  /** 0 to 1: how sure it is that the text means this skill. */
  confidence: number;
}

/** An occupation a title may mean, with its codes; `confidence` is 0 to 1. */
export interface RankedOccupation {
  id: string;
  label: string;
  isco: string;
  soc: string;
  confidence: number;
}

/** An occupation a text may be about, and how likely, 0 to 1. */
export interface LikelyOccupation {
  id: string;
  confidence: number;
}

/** An id with the label to show for it. */
export interface Suggestion {
  id: string;
  label: string;
}

/** The skills and occupations Jobwire knows. Pure and immutable: the same version gives the same answers everywhere. */
export interface Taxonomy {
  /** Hash of the shipped data; changes when any label, relation, code or idf changes. */
  readonly version: string;
  /** The id that stands for this one now: that of the concept which replaced it, else itself. */
  currentId(id: string): string;
  /** The skill with exactly this id. */
  skill(id: string): Skill | undefined;
  /**
   * What a person typed, or an id. A label in no taxonomy is kept: `label:<normalised>`, `known: false`, the text as
   * typed but tidied. Undefined for an unknown `skill:…` id and for text with no letter or digit.
   */
  resolveSkill(labelOrId: string): ResolvedSkill | undefined;
  /** The label of any id, also of `label:…` ids; an unknown id is its own label. */
  labelOf(id: string): string;
  /** Skills whose words begin with the query, then near misses; at most `limit` (default 10), same order every time. */
  suggestSkills(query: string, limit?: number): Suggestion[];
  /**
   * Skills that running text names or asks for, in order, never overlapping.
   * @param about what the text is likely about, as `classifyTitle` tells it; skills of other trades are then less sure
   * @param among only skills with such ids; no other takes words from them
   */
  findSkills(
    text: string,
    about?: readonly LikelyOccupation[],
    among?: (id: string) => boolean,
  ): FoundSkill[];
  /** The skills likest to a text, best first, at most `top`, whether it asks for any or not; `about` as above. */
  rankSkills(text: string, top: number, about?: readonly LikelyOccupation[]): FoundSkill[];
  /** How rare a skill is in adverts (natural log, about 0.3 to 8); defined for every id, also unknown labels. */
  idf(skillId: string): number;
  /** The idf of the median mention of a skill: half of all mentions in adverts are of rarer ones. */
  readonly typicalIdf: number;
  /** Skills near to this one: broader and narrower at any depth, related ones directly. */
  relations(skillId: string): readonly RelatedSkill[];
  /** The occupation with exactly this id. */
  occupation(id: string): Occupation | undefined;
  /** By id, label, alternative label, or an ISCO / SOC code that only one occupation has. */
  resolveOccupation(labelOrIdOrCode: string): Occupation | undefined;
  /** The occupation an advert's title names, whatever band, place or pay stands around it; undefined rather than a guess. */
  occupationOfTitle(title: string): Occupation | undefined;
  /** The occupations a title may mean, best first, at most `top` (default 5); none for a title without words. */
  classifyTitle(title: string, top?: number): RankedOccupation[];
  /** As `suggestSkills`, for occupations. */
  suggestOccupations(query: string, limit?: number): Suggestion[];
  occupations(): readonly Occupation[];
  skills(): readonly Skill[];
  /** Pay, jobs and careers by occupation; empty for the starter taxonomy. */
  market(): LabourMarket;
}
