// Occupations of a title by the labels that a taxonomy has for them.
import { dot } from './dot.js';
import type { LoadedModel } from './load-skill-model.js';
import { SkillRanker } from './rank-skills.js';
import { stemsAt, stemsOf } from './stem-words.js';

/** An occupation worth a look, with what it is ranked by. */
export interface TitleCandidate {
  occupation: string;
  features: number[];
}

const candidatesByScore = 30;

export class LabelTitles {
  private readonly ranker: SkillRanker;
  private readonly places: ReadonlyMap<string, number>;

  constructor(private readonly model: LoadedModel) {
    this.ranker = new SkillRanker(model, candidatesByScore);
    this.places = new Map(model.ids.map((id, at) => [id, at]));
  }

  /** How many numbers a vector has. */
  get dimensions(): number {
    return this.model.table.dimensions;
  }

  /** A title as the sum of its words, one unit long. */
  unitOf(title: string): Float32Array {
    return this.model.table.unitOf(stemsOf(title));
  }

  /** How like a unit is to the mean of an occupation's labels, and to its main one with its description. */
  likeness(unit: Float32Array, occupation: string): [labels: number, described: number] {
    const at = this.places.get(occupation);
    if (at === undefined) return [0, 0];
    const { means, described, table } = this.model;
    const d = table.dimensions;
    return [dot(unit, 0, means, at * d, d), dot(unit, 0, described, at * d, d)];
  }

  /** In no order, features in the order of `featureNames`; none for a title without words. */
  candidates(title: string): TitleCandidate[] {
    return this.ranker
      .candidates(stemsAt(title))
      .map(({ skill, features }) => ({ occupation: this.model.ids[skill] ?? '', features }));
  }
}
