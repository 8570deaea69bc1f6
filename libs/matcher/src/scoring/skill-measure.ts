import type { AskedSkill } from '../rows/asked-skills.js';
import type { SkillBook } from '../skills/skill-book.js';
import { FIT } from './weights.js';
import { confidenceOf, enoughOf } from './points.js';

/** What a list of asked skills is measured by. */
export interface SkillMeasure {
  /** The weight that fills the part: that of the whole list, or of enough of a long one. */
  readonly enough: number;
  /** 0 to 1: how much of the part a full agreement may fill; short lists of common skills prove little. */
  readonly confidence: number;
  /** What each unit of weight is worth before rounding, until the part is full; 0 where nothing has weight. */
  readonly pointsPerWeight: number;
}

export function skillMeasure(asked: readonly AskedSkill[], book: SkillBook): SkillMeasure {
  let idf = 0;
  let weight = 0;
  for (const one of asked) {
    idf += book.idf[one.skill];
    weight += book.weight(one.skill, one.required);
  }
  const enough = enoughOf(weight, idf, book.typicalIdf);
  const confidence = confidenceOf(idf, book.typicalIdf);
  return { enough, confidence, pointsPerWeight: enough === 0 ? 0 : (FIT.skills * confidence) / enough };
}
