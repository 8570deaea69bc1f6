/** A concept of ESCO as its files have it; `id` is its URI. */
export interface EscoConcept {
  id: string;
  label: string;
  altLabels: string[];
  description: string;
  isReleased: boolean;
  /** The concept that took its place; '' when none is named. */
  replacedBy: string;
}

export interface EscoSkill extends EscoConcept {
  isKnowledge: boolean;
  /** transversal, cross-sector, sector-specific or occupation-specific. */
  reuse: string;
}

export interface EscoOccupation extends EscoConcept {
  isco08: string;
}

type Pair = readonly [from: string, to: string];

/** All of ESCO that a taxonomy is built from. */
export interface EscoData {
  skills: EscoSkill[];
  occupations: EscoOccupation[];
  /** ISCO-08 labels by code. */
  groups: Map<string, string>;
  broaderSkills: Pair[];
  broaderOccupations: Pair[];
  relatedSkills: Pair[];
  occupationSkills: { occupation: string; skill: string; isEssential: boolean }[];
}
