// Weights that put right candidates before wrong ones: listwise logistic regression over standardised features.

import type { LinearScore } from '../model/linear-score.js';

/** One question: its candidates' features, and which of them are right. */
export interface RankedList {
  features: readonly (readonly number[])[];
  right: readonly boolean[];
}

export interface FitOptions {
  /** How much large weights cost. */
  decay: number;
  steps: number;
  rate: number;
}

const options: FitOptions = { decay: 0.4, steps: 300, rate: 0.06 };

/** The mean and spread of every feature over all candidates. */
function standard(lists: readonly RankedList[]): Pick<LinearScore, 'means' | 'spreads'> {
  const rows = lists.flatMap(({ features }) => features);
  const width = rows[0]?.length ?? 0;
  const mean = (of: (row: readonly number[]) => number) =>
    rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
  const means = Array.from({ length: width }, (_, at) => mean((row) => row[at] ?? 0));
  const spreads = means.map((middle, at) => Math.sqrt(mean((row) => ((row[at] ?? 0) - middle) ** 2)) || 1);
  return { means, spreads };
}

function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** Adam upwards on the mean log probability of the right candidates. */
export function fitListwise(
  all: readonly RankedList[],
  { decay, steps, rate }: FitOptions = options,
): LinearScore {
  const lists = all.filter(({ right }) => right.includes(true));
  const { means, spreads } = standard(lists);
  const rows = lists.map(({ features }) =>
    features.map((row) => row.map((value, at) => (value - (means[at] ?? 0)) / (spreads[at] ?? 1))),
  );
  const weights = means.map(() => 0);
  const [momentum, squares] = [means.map(() => 0), means.map(() => 0)];
  for (let step = 1; step <= steps; step += 1) {
    const slopes = weights.map((weight) => -decay * weight);
    for (const [n, { right }] of lists.entries()) {
      const list = rows[n] ?? [];
      const share = softmax(
        list.map((row) => row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)),
      );
      const hits = right.filter(Boolean).length;
      for (const [k, row] of list.entries()) {
        const pull = ((right[k] ? 1 / hits : 0) - (share[k] ?? 0)) / lists.length;
        for (const [at, value] of row.entries()) slopes[at] = (slopes[at] ?? 0) + pull * value;
      }
    }
    for (const [at, slope] of slopes.entries()) {
      momentum[at] = 0.9 * (momentum[at] ?? 0) + 0.1 * slope;
      squares[at] = 0.999 * (squares[at] ?? 0) + 0.001 * slope * slope;
      const scaled = (momentum[at] ?? 0) / (1 - 0.9 ** step);
      weights[at] =
        (weights[at] ?? 0) + (rate * scaled) / (Math.sqrt((squares[at] ?? 0) / (1 - 0.999 ** step)) + 1e-8);
    }
  }
  return { weights, means, spreads };
}
