// Trains the table of word vectors from a taxonomy's own pairs (label, alternative label, description): softmax over
// the batch, in both directions, other texts of the same concept left out.
import { gramBuckets, gramsOf } from '../model/grams.js';
import { seededRandom } from '../model/random.js';
import { stemsOf } from '../model/stem-words.js';
import { readData } from '../read-data.js';
import { gradients, similarities } from './batch-softmax.js';
import { RowOptimiser } from './row-optimiser.js';

/** Two texts that mean the same concept, as stems. */
export interface Pair {
  concept: number;
  left: readonly string[];
  right: readonly string[];
}

export interface TableOptions {
  dimensions: number;
  epochs: number;
  batch: number;
  learningRate: number;
  /** Softmax temperature. */
  temperature: number;
  /** The share of known words that are read by their n-grams, so that unknown words can be. */
  gramShare: number;
  longest: number;
  /** The share of texts that are read among words that stand around skills in adverts. */
  aroundShare: number;
  seed: number;
}

export const tableOptions: TableOptions = {
  dimensions: 128,
  epochs: 3,
  batch: 512,
  learningRate: 0.01,
  temperature: 0.05,
  gramShare: 0.15,
  longest: 48,
  aroundShare: 0.5,
  seed: 7,
};

/** A vector per known word, then one per n-gram bucket. */
export interface TrainedTable {
  words: string[];
  vectors: Float32Array;
  dimensions: number;
}

const leastUses = 2;
const mostAround = 3;
const strayShare = 0.3;
const around = stemsOf(readData<Record<string, string[]>>('gate-words.json')['around']?.join(' ') ?? '');

function vocabularyOf(pairs: readonly Pair[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const { left, right } of pairs)
    for (const text of [left, right]) for (const word of text) uses.set(word, (uses.get(word) ?? 0) + 1);
  const kept = [...uses].filter(([, count]) => count >= leastUses).map(([word]) => word);
  return new Map(kept.toSorted().map((word, at) => [word, at]));
}

function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const order = [...values];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as T, order[at] as T];
  }
  return order;
}

/** A text as rows of the table with their weights; a word read by its grams shares its weight among them. */
interface Rows {
  rows: number[];
  weights: number[];
}

class TableTrainer {
  private readonly vocabulary: Map<string, number>;
  private readonly grams = new Map<string, number[]>();
  private readonly random: () => number;
  readonly optimiser: RowOptimiser;

  constructor(
    private readonly pairs: readonly Pair[],
    private readonly options: TableOptions,
  ) {
    this.random = seededRandom(options.seed);
    this.vocabulary = vocabularyOf(pairs);
    const rows = this.vocabulary.size + gramBuckets;
    this.optimiser = new RowOptimiser(rows, options.dimensions, this.random);
  }

  *run(): Generator<number> {
    const { epochs, batch, learningRate } = this.options;
    const steps = epochs * Math.floor(this.pairs.length / batch);
    let step = 0;
    for (let epoch = 0; epoch < epochs; epoch += 1) {
      const order = shuffled(this.pairs, this.random);
      for (let from = 0; from + batch <= order.length; from += batch) {
        this.step(order.slice(from, from + batch), learningRate * (1 - step / steps));
        step += 1;
        yield step / steps;
      }
    }
  }

  get table(): TrainedTable {
    return {
      words: [...this.vocabulary.keys()],
      vectors: this.optimiser.values,
      dimensions: this.options.dimensions,
    };
  }

  private step(chosen: readonly Pair[], rate: number): void {
    const { dimensions, temperature } = this.options;
    const left = chosen.map(({ left: text }) => this.rowsOf(text));
    const right = chosen.map(({ right: text }) => this.rowsOf(this.amongOthers(text)));
    const [leftSums, rightSums] = [this.sums(left), this.sums(right)];
    const concepts = chosen.map(({ concept }) => concept);
    const scored = similarities(leftSums, rightSums, concepts, dimensions, temperature);
    const { leftGradients, rightGradients } = gradients(scored, dimensions);
    for (const [at, text] of left.entries()) this.spread(text, leftGradients, at);
    for (const [at, text] of right.entries()) this.spread(text, rightGradients, at);
    this.optimiser.apply(rate);
  }

  /** A text as an advert has it: with words that ask for anything, and now and then one that belongs elsewhere. */
  private amongOthers(text: readonly string[]): readonly string[] {
    if (this.random() >= this.options.aroundShare) return text;
    const others = Array.from({ length: 1 + this.below(mostAround) }, () =>
      this.random() < strayShare ? this.strayWord() : around[this.below(around.length)],
    );
    return [
      ...text.slice(0, this.options.longest - mostAround),
      ...others.filter((word) => word !== undefined),
    ];
  }

  private strayWord(): string | undefined {
    const { right } = this.pairs[this.below(this.pairs.length)] as Pair;
    return right[this.below(right.length)];
  }

  private below(count: number): number {
    return Math.floor(this.random() * count);
  }

  private rowsOf(text: readonly string[]): Rows {
    const rows: number[] = [];
    const weights: number[] = [];
    for (const word of text.slice(0, this.options.longest)) {
      const row = this.vocabulary.get(word);
      if (row !== undefined && this.random() >= this.options.gramShare) {
        rows.push(row);
        weights.push(1);
        continue;
      }
      const grams = this.gramsOf(word);
      for (const gram of grams) {
        rows.push(gram);
        weights.push(1 / grams.length);
      }
    }
    return { rows, weights };
  }

  private gramsOf(word: string): number[] {
    const known = this.grams.get(word) ?? gramsOf(word).map((bucket) => bucket + this.vocabulary.size);
    this.grams.set(word, known);
    return known;
  }

  private sums(texts: readonly Rows[]): Float32Array {
    const { dimensions } = this.options;
    const sums = new Float32Array(texts.length * dimensions);
    for (const [at, { rows, weights }] of texts.entries())
      for (const [k, row] of rows.entries()) this.optimiser.addTo(sums, at, row, weights[k] ?? 0);
    return sums;
  }

  private spread({ rows, weights }: Rows, slopes: Float32Array, at: number): void {
    for (const [k, row] of rows.entries()) this.optimiser.slope(row, slopes, at, weights[k] ?? 0);
  }
}

/** Trains a table; some 20 s an epoch for ESCO. `progress` is told the share that is done. */
export function trainTable(
  pairs: readonly Pair[],
  options: TableOptions = tableOptions,
  progress: (share: number) => void = () => undefined,
): TrainedTable {
  const trainer = new TableTrainer(pairs, options);
  for (const share of trainer.run()) progress(share);
  return trainer.table;
}
