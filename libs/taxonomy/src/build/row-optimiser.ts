// Adam over the rows of a table, touching only those a batch used.

const decay = 0.9;
const squareDecay = 0.999;
const tiny = 1e-8;

export class RowOptimiser {
  readonly values: Float32Array;
  private readonly means: Float32Array;
  private readonly squares: Float32Array;
  private readonly slopes: Float32Array;
  private readonly touched = new Set<number>();
  private step = 0;

  constructor(
    rows: number,
    private readonly dimensions: number,
    random: () => number,
  ) {
    const size = rows * dimensions;
    const spread = 1 / Math.sqrt(dimensions);
    this.values = new Float32Array(size);
    for (let at = 0; at < size; at += 1) this.values[at] = (random() * 2 - 1) * spread;
    this.means = new Float32Array(size);
    this.squares = new Float32Array(size);
    this.slopes = new Float32Array(size);
  }

  /** Adds a row, times `weight`, to row `at` of `sums`. */
  addTo(sums: Float32Array, at: number, row: number, weight: number): void {
    const [to, from] = [at * this.dimensions, row * this.dimensions];
    for (let k = 0; k < this.dimensions; k += 1)
      sums[to + k] = (sums[to + k] as number) + weight * (this.values[from + k] as number);
  }

  /** Adds row `at` of `slopes`, times `weight`, to the slope of a row. */
  slope(row: number, slopes: Float32Array, at: number, weight: number): void {
    this.touched.add(row);
    const [to, from] = [row * this.dimensions, at * this.dimensions];
    for (let k = 0; k < this.dimensions; k += 1)
      this.slopes[to + k] = (this.slopes[to + k] as number) + weight * (slopes[from + k] as number);
  }

  /** One step down for every row touched since the last one. */
  apply(rate: number): void {
    this.step += 1;
    const scaled = (rate * Math.sqrt(1 - squareDecay ** this.step)) / (1 - decay ** this.step);
    for (const row of this.touched) this.applyRow(row * this.dimensions, scaled);
    this.touched.clear();
  }

  private applyRow(base: number, rate: number): void {
    const { values, means, squares, slopes } = this;
    const { sqrt } = Math;
    for (let at = base; at < base + this.dimensions; at += 1) {
      const slope = slopes[at] as number;
      const mean = decay * (means[at] as number) + (1 - decay) * slope;
      const square = squareDecay * (squares[at] as number) + (1 - squareDecay) * slope * slope;
      means[at] = mean;
      squares[at] = square;
      values[at] = (values[at] as number) - (rate * mean) / (sqrt(square) + tiny);
      slopes[at] = 0;
    }
  }
}
