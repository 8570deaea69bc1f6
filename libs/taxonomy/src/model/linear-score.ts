/** A linear score: weights of features less their mean, over their spread. */
export interface LinearScore {
  weights: number[];
  means: number[];
  spreads: number[];
}

export function scoreOf({ weights, means, spreads }: LinearScore, features: readonly number[]): number {
  let score = 0;
  for (let at = 0; at < weights.length; at += 1)
    score +=
      ((weights[at] as number) * ((features[at] ?? 0) - (means[at] as number))) / (spreads[at] as number);
  return score;
}

/** The logit of a logistic whose last weight is the constant. */
export function logitOf(weights: readonly number[], features: readonly number[]): number {
  let sum = weights[features.length] ?? 0;
  for (const [at, value] of features.entries()) sum += value * (weights[at] ?? 0);
  return sum;
}

export const probabilityOf = (logit: number): number => 1 / (1 + Math.exp(-logit));
