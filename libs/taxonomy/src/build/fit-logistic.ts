import { logitOf } from '../model/linear-score.js';

/** One example: its features, whether it is one, and how much it counts. */
export interface Example {
  features: readonly number[];
  isOne: boolean;
  weight?: number;
}

/** A linear score whose logistic is a probability; the last weight is the constant. */
export type Logistic = number[];

const steps = 3000;
const rate = 1;

/** Logistic regression by plain ascent; features are of about one in size. */
export function fitLogistic(examples: readonly Example[], decay: number): Logistic {
  const width = examples[0]?.features.length ?? 0;
  const total = examples.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const weights = Array.from({ length: width + 1 }, () => 0);
  for (let step = 0; step < steps; step += 1) {
    const slopes = weights.map(() => 0);
    for (const { features, isOne, weight = 1 } of examples) {
      const miss = (weight * ((isOne ? 1 : 0) - 1 / (1 + Math.exp(-logitOf(weights, features))))) / total;
      for (const [at, value] of features.entries()) slopes[at] = (slopes[at] ?? 0) + miss * value;
      slopes[width] = (slopes[width] ?? 0) + miss;
    }
    for (const [at, slope] of slopes.entries()) {
      const pull = at < width ? decay * (weights[at] ?? 0) : 0;
      weights[at] = (weights[at] ?? 0) + rate * (slope - pull);
    }
  }
  return weights;
}
