// Occupations of a title by the labels that a taxonomy has for them.
import type { LoadedModel } from './load-skill-model.js';
import { SkillRanker } from './rank-skills.js';
import { stemsAt } from './stem-words.js';

/** An occupation worth a look, with what it is ranked by. */
export interface TitleCandidate {
  occupation: string;
  features: number[];
}

const candidatesByScore = 30;

export class LabelTitles {
  private readonly ranker: SkillRanker;

  constructor(private readonly model: LoadedModel) {
    this.ranker = new SkillRanker(model, candidatesByScore);
  }

  /** In no order, features in the order of `featureNames`; none for a title without words. */
  candidates(title: string): TitleCandidate[] {
    return this.ranker
      .candidates(stemsAt(title))
      .map(({ skill, features }) => ({ occupation: this.model.ids[skill] ?? '', features }));
  }
}
