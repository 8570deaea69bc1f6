import { FIT } from '../scoring/weights.js';
import { confidenceOf, enoughOf } from '../scoring/points.js';
import type { Span } from '../rows/span.js';
import * as job from '../rows/vacancy-row.js';
import type { SkillBook } from '../skills/skill-book.js';

/** The asked skills of one vacancy, unpacked to be held against many people. */
export class AskedList {
  count = 0;
  /** As in the vacancy's row. */
  words = new Int32Array(64);
  weights = new Float64Array(64);
  enough = 0;
  confidence = 0;
  /** What each unit of weight is worth before rounding, until the part is full. */
  pointsPerWeight = 0;

  constructor(private readonly book: SkillBook) {}

  load({ words, from, count }: Span): void {
    if (count > this.words.length) {
      this.words = new Int32Array(2 * count);
      this.weights = new Float64Array(2 * count);
    }
    let idf = 0;
    let weight = 0;
    for (let n = 0; n < count; n++) {
      const word = words[from + n];
      const skill = word >>> job.SKILL_SHIFT;
      this.words[n] = word;
      this.weights[n] = this.book.weight(skill, (word & job.REQUIRED) !== 0);
      idf += this.book.idf[skill];
      weight += this.weights[n];
    }
    this.count = count;
    this.enough = enoughOf(weight, idf, this.book.typicalIdf);
    this.confidence = confidenceOf(idf, this.book.typicalIdf);
    this.pointsPerWeight = this.enough === 0 ? 0 : (FIT.skills * this.confidence) / this.enough;
  }

  skill(n: number): number {
    return this.words[n] >>> job.SKILL_SHIFT;
  }
}
