import * as job from '../rows/vacancy-row.js';
import { confidenceOf, enoughOf } from '../scoring/points.js';
import { FIRM, STRENGTH, WORTH } from '../skills/strength.js';
import type { SkillSums } from './judge.js';
import type { Market } from './market.js';

/** What one person's skills come to for one vacancy after the other. */
export class AskedSums implements SkillSums {
  held = 0;
  used = 0;
  enough = 0;
  confidence = 0;
  /** Whether the last vacancy requires anything. */
  requiresSome = false;
  /** For each asked skill of the last vacancy the rank of what the person has. */
  best = new Uint8Array(64);

  constructor(private readonly market: Market) {}

  /**
   * Sums in the order of the list, as every search does: floats add up differently in another. `ranks` are the
   * person's by skill. False where one of the `needs` (bits of an asked skill) is not firmly met.
   */
  add(vacancy: number, ranks: Uint8Array, needs: number): boolean {
    const { words, from, count } = this.market.vacancies.asked(vacancy);
    const book = this.market.books.skills;
    const { idf } = book;
    if (count > this.best.length) this.best = new Uint8Array(2 * count);
    const { best } = this;
    let idfs = 0;
    let weights = 0;
    let held = 0;
    let used = 0;
    let lacks = 0;
    let requiresSome = false;
    for (let n = 0; n < count; n++) {
      const word = words[from + n];
      const skill = word >>> job.SKILL_SHIFT;
      const rank = ranks[skill];
      lacks |= ((rank - FIRM) >> 31) & word;
      const isRequired = (word & job.REQUIRED) !== 0;
      const weight = book.weight(skill, isRequired);
      requiresSome ||= isRequired;
      best[n] = rank;
      idfs += idf[skill];
      weights += weight;
      held += weight * STRENGTH[rank];
      used += weight * WORTH[rank];
    }
    this.requiresSome = requiresSome;
    this.held = held;
    this.used = used;
    this.enough = enoughOf(weights, idfs, book.typicalIdf);
    this.confidence = confidenceOf(idfs, book.typicalIdf);
    return (lacks & needs) === 0;
  }
}
