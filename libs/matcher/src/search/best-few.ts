interface Scored {
  readonly row: number;
  readonly score: number;
}

/** Says of two rows of one score whether the first comes first. */
export type ComesFirst = (row: number, other: number) => boolean;

/** Counts rows, and keeps the best few of them. */
export class BestFew {
  count = 0;
  /** Best first. */
  readonly best: Scored[] = [];

  constructor(
    private readonly few: number,
    private readonly comesFirst: ComesFirst,
  ) {}

  add(row: number, score: number): void {
    const one = { row, score };
    this.count++;
    const isFull = this.best.length >= this.few;
    const worst = this.best.at(-1);
    if (isFull && (worst === undefined || !this.isBetter(one, worst))) return;
    if (isFull) this.best.pop();
    let at = this.best.length;
    while (at > 0 && this.isBetter(one, this.best[at - 1])) at--;
    this.best.splice(at, 0, one);
  }

  private isBetter(one: Scored, other: Scored): boolean {
    return one.score > other.score || (one.score === other.score && this.comesFirst(one.row, other.row));
  }
}
