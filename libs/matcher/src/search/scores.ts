/** How many pairs were found with each score. */
export class Scores {
  private readonly counts = new Int32Array(101);
  private total = 0;

  clear(): void {
    this.counts.fill(0);
    this.total = 0;
  }

  count(score: number): void {
    this.counts[score]++;
    this.total++;
  }

  /** The score of the worst of the best so many; 0 while there are fewer. */
  worstOf(best: number): number {
    if (this.total < best || best === 0) return 0;
    let left = best;
    for (let score = 100; score > 0; score--) {
      left -= this.counts[score];
      if (left <= 0) return score;
    }
    return 0;
  }
}
