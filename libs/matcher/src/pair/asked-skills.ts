import type { VacancyState } from '@jobwire/contracts';
import type { MatchingTaxonomy } from '../matching-taxonomy.js';
import {
  DESIRED_WEIGHT,
  REQUIRED_WEIGHT,
  SKILLS_OF_FULL_CONFIDENCE,
  SKILLS_OF_FULL_FIT,
  TYPICAL_IDF,
} from '../scoring/weights.js';

export interface AskedSkill {
  readonly id: string;
  readonly required: boolean;
  /** Only the skill itself or a narrower one will do. */
  readonly mustHave: boolean;
  readonly idf: number;
  /** idf x 2 required or 1 desired. */
  readonly weight: number;
}

export interface AskedSkills {
  /** Each skill once, required ones first, in the vacancy's order. */
  readonly list: readonly AskedSkill[];
  /** The weight that fills the part: that of the whole list, or of enough of a long one. */
  readonly enoughWeight: number;
  /** 0 to 1: how much of the part a full agreement may fill; short lists of common skills prove little. */
  readonly confidence: number;
}

type Asking = Pick<VacancyState, 'skills' | 'mustHave'>;

/** A skill both required and desired is required; a must-have that the required list forgot is asked all the same. */
export function askedSkills(vacancy: Asking, taxonomy: MatchingTaxonomy): AskedSkills {
  const mustHave = new Set(vacancy.mustHave);
  const required = new Set([...vacancy.skills.required.map((skill) => skill.id), ...mustHave]);
  const desired = new Set(vacancy.skills.desired.map((skill) => skill.id).filter((id) => !required.has(id)));
  const list = [
    ...[...required].map((id) => asked(id, true, mustHave.has(id), taxonomy)),
    ...[...desired].map((id) => asked(id, false, false, taxonomy)),
  ];
  return {
    list,
    enoughWeight: enoughOf(list, taxonomy),
    confidence: confidenceOf(list, taxonomy),
  };
}

function asked(id: string, required: boolean, mustHave: boolean, taxonomy: MatchingTaxonomy): AskedSkill {
  const idf = idfOf(id, taxonomy);
  return { id, required, mustHave, idf, weight: (required ? REQUIRED_WEIGHT : DESIRED_WEIGHT) * idf };
}

function enoughOf(list: readonly AskedSkill[], taxonomy: MatchingTaxonomy): number {
  const idf = sum(list.map((skill) => skill.idf));
  const weight = sum(list.map((skill) => skill.weight));
  const enoughIdf = SKILLS_OF_FULL_FIT * (taxonomy.typicalIdf ?? TYPICAL_IDF);
  return idf <= enoughIdf ? weight : (weight * enoughIdf) / idf;
}

function confidenceOf(list: readonly AskedSkill[], taxonomy: MatchingTaxonomy): number {
  const evidence = sum(list.map((skill) => skill.idf));
  return Math.min(1, evidence / (SKILLS_OF_FULL_CONFIDENCE * (taxonomy.typicalIdf ?? TYPICAL_IDF)));
}

function idfOf(id: string, taxonomy: MatchingTaxonomy): number {
  const idf = taxonomy.idf(id);
  return Number.isFinite(idf) ? Math.max(0, idf) : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
