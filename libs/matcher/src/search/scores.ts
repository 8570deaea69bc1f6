import { grown } from '../memory/grown.js';
import { MOST_SUBJECTS } from '../memory/limits.js';
import { SCORE } from '../scoring/pair-layout.js';
import type { FoundPairs } from './found-pairs.js';

const MOST_POINTS = 100;

/** How many pairs were found with each score. */
export class Scores {
  /** Where the pairs stand, best first, once all are ranked. */
  ranked = new Int32Array(64);
  private readonly counts = new Int32Array(MOST_POINTS + 1);
  /** By score: where the next pair of it goes. */
  private readonly nexts = new Int32Array(MOST_POINTS + 1);
  private total = 0;
  private highest = 0;
  private lowest = MOST_POINTS;

  clear(): void {
    for (let score = this.lowest; score <= this.highest; score++) this.counts[score] = 0;
    this.total = 0;
    this.highest = 0;
    this.lowest = MOST_POINTS;
  }

  count(score: number): void {
    this.counts[score]++;
    this.total++;
    if (score > this.highest) this.highest = score;
    if (score < this.lowest) this.lowest = score;
  }

  of(score: number): number {
    return this.counts[score];
  }

  /** The score of the worst of the best so many; 0 while there are fewer. */
  worstOf(best: number): number {
    if (this.total < best || best === 0) return 0;
    let left = best;
    for (let score = MOST_POINTS; score > 0; score--) {
      left -= this.counts[score];
      if (left <= 0) return score;
    }
    return 0;
  }

  /** Makes room to order so many that were found; returns how many of them have at least the score `least`. */
  beginRanking(found: number, least: number): number {
    const { counts, nexts } = this;
    this.ranked = grown(this.ranked, found, MOST_SUBJECTS, 'found pairs');
    let before = 0;
    let kept = 0;
    for (let score = this.highest; score >= this.lowest; score--) {
      nexts[score] = before;
      before += counts[score];
      if (score >= least) kept = before;
    }
    return kept;
  }

  /** Puts some of what was found in their places: of one score in the order found. */
  rank({ words, places }: FoundPairs, from: number, end: number): void {
    const { nexts, ranked } = this;
    for (let n = from; n < end; n++) ranked[nexts[words[places[n] + SCORE]]++] = places[n];
  }
}
