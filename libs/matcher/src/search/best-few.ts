/** Counts rows, and keeps the best few of them: who equals the worst of them is kept too, as ids decide between equals. */
export class BestFew {
  count = 0;
  private kept: { readonly row: number; readonly score: number }[] = [];
  /** Nothing below is kept. */
  private least = 0;
  private room: number;

  constructor(private readonly few: number) {
    this.room = 4 * few + 16;
  }

  add(row: number, score: number): void {
    this.count++;
    if (score < this.least || this.few === 0) return;
    this.kept.push({ row, score });
    if (this.kept.length < this.room) return;
    this.prune();
    this.room = Math.max(this.room, 2 * this.kept.length);
  }

  rows(): readonly { readonly row: number; readonly score: number }[] {
    this.prune();
    return this.kept;
  }

  private prune(): void {
    if (this.kept.length <= this.few) return;
    const scores = this.kept.map(({ score }) => score).toSorted((a, b) => b - a);
    this.least = scores[this.few - 1];
    this.kept = this.kept.filter(({ score }) => score >= this.least);
  }
}
