// A logistic over features.

/** One example: its features, whether it is one, and how much it counts. */
export interface Example {
  features: readonly number[];
  isOne: boolean;
  weight?: number;
}

/** A linear score whose logistic is a probability; the last weight is the constant. */
export type Logistic = number[];

const steps = 12;

/** The mean and spread of each feature. */
function standard(rows: readonly (readonly number[])[]): { mean: number; spread: number }[] {
  return (rows[0] ?? []).map((_, at) => {
    const mean = rows.reduce((sum, row) => sum + (row[at] ?? 0), 0) / rows.length;
    const square = rows.reduce((sum, row) => sum + ((row[at] ?? 0) - mean) ** 2, 0) / rows.length;
    return { mean, spread: Math.sqrt(square) || 1 };
  });
}

/**
 * Logistic regression by Newton's steps, over features of mean 0 and spread 1; the weights given are for features as
 * they are.
 * @param decay how much large weights cost
 */
export function fitLogistic(examples: readonly Example[], decay: number): Logistic {
  const scales = standard(examples.map(({ features }) => features));
  const rows = examples.map(({ features }) =>
    Float64Array.from([...features.map((value, at) => scaled(value, scales[at])), 1]),
  );
  const weights = new Float64Array(scales.length + 1);
  for (let step = 0; step < steps; step += 1) {
    const change = newtonStep(rows, examples, weights, decay);
    for (let at = 0; at < weights.length; at += 1)
      weights[at] = (weights[at] as number) + (change[at] as number);
  }
  const own = scales.map(({ spread }, at) => (weights[at] ?? 0) / spread);
  const constant = scales.reduce((sum, { mean }, at) => sum - mean * (own[at] ?? 0), weights.at(-1) ?? 0);
  return [...own, constant];
}

const scaled = (value: number, scale: { mean: number; spread: number } | undefined): number =>
  scale === undefined ? value : (value - scale.mean) / scale.spread;

/** The change of the weights that ends the slope of the loss if it went on bending as it does here. */
function newtonStep(
  rows: readonly Float64Array[],
  examples: readonly Example[],
  weights: Float64Array,
  decay: number,
): Float64Array {
  const width = weights.length;
  const total = examples.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const slopes = weights.map((weight, at) => (at < width - 1 ? -decay * weight : 0));
  // The constant is free; the little keeps the equations solvable.
  const bends = Array.from({ length: width }, (_, at) =>
    new Float64Array(width).fill(at < width - 1 ? decay : 1e-9, at, at + 1),
  );
  for (const [n, row] of rows.entries()) {
    const { isOne, weight = 1 } = examples[n] as Example;
    let logit = 0;
    for (let at = 0; at < width; at += 1) logit += (weights[at] as number) * (row[at] as number);
    const sure = 1 / (1 + Math.exp(-logit));
    const miss = (weight * ((isOne ? 1 : 0) - sure)) / total;
    const bend = (weight * sure * (1 - sure)) / total;
    for (let at = 0; at < width; at += 1) {
      const value = row[at] as number;
      slopes[at] = (slopes[at] as number) + miss * value;
      const line = bends[at] as Float64Array;
      for (let k = 0; k < width; k += 1) line[k] = (line[k] as number) + bend * value * (row[k] as number);
    }
  }
  return solved(bends, slopes);
}

/** The x of Ax = b for a positive definite A, which is used up. */
function solved(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const answer = right.slice();
  for (let at = 0; at < size; at += 1) {
    const pivot = matrix[at] as Float64Array;
    for (let below = at + 1; below < size; below += 1) {
      const line = matrix[below] as Float64Array;
      const share = (line[at] as number) / (pivot[at] as number);
      for (let k = at; k < size; k += 1) line[k] = (line[k] as number) - share * (pivot[k] as number);
      answer[below] = (answer[below] as number) - share * (answer[at] as number);
    }
  }
  for (let at = size - 1; at >= 0; at -= 1) {
    const line = matrix[at] as Float64Array;
    for (let k = at + 1; k < size; k += 1)
      answer[at] = (answer[at] as number) - (line[k] as number) * (answer[k] as number);
    answer[at] = (answer[at] as number) / (line[at] as number);
  }
  return answer;
}
