import { dot } from './dot.js';
import type { LabelWords } from './label-words.js';
import type { StemAt } from './stem-words.js';
import type { WordTable } from './word-table.js';

const longestWindow = 6;

/** The best stretch of a sentence for a label: how like it is, and the stems [from, to). */
export interface BestWindow {
  value: number;
  from: number;
  to: number;
}

/** A sentence with everything about its words that is looked up once: products, lengths, and all short stretches. */
export class SentenceView {
  readonly words: readonly string[];
  /** The place of each word among those of the labels, -1 for others. */
  readonly places: Int32Array;
  readonly unit: Float32Array;
  private readonly rows: readonly Float32Array[];
  private readonly inverse: Float32Array;
  private readonly vectors: readonly Float32Array[];
  private readonly from: Int32Array;
  private readonly to: Int32Array;
  private readonly scale: Float32Array;
  private readonly sums: Float32Array;

  constructor(
    stems: readonly StemAt[],
    private readonly table: WordTable,
    private readonly labels: LabelWords,
  ) {
    this.words = stems.map(({ stem }) => stem);
    this.places = Int32Array.from(this.words, (word) => table.placeOf(word) ?? -1);
    this.rows = this.words.map((word) => table.rowOf(word));
    this.vectors = this.words.map((word) => table.vectorOf(word));
    this.inverse = Float32Array.from(this.vectors, (v) => 1 / (Math.sqrt(dot(v, 0, v, 0, v.length)) || 1));
    this.unit = table.unitOf(this.words);
    this.sums = new Float32Array(this.words.length + 1);
    const windows = windowsOf(stems, this.vectors, table.dimensions);
    this.from = Int32Array.from(windows, ({ from }) => from);
    this.to = Int32Array.from(windows, ({ to }) => to);
    this.scale = Float32Array.from(windows, ({ scale }) => scale);
  }

  /** How like the best stretch is to a label: the cosine. Called for every skill, so it makes no objects. */
  likeness(label: number): number {
    this.addUp(label);
    return this.bestSum() / ((this.labels.norms[label] as number) || 1);
  }

  /** As `likeness`, with the stretch. */
  bestWindow(label: number): BestWindow {
    this.addUp(label);
    const { sums, from, to, scale } = this;
    let best = -Infinity;
    let which = 0;
    for (let k = 0; k < scale.length; k += 1) {
      const value =
        ((sums[to[k] as number] as number) - (sums[from[k] as number] as number)) * (scale[k] as number);
      if (value <= best) continue;
      best = value;
      which = k;
    }
    const value = best / ((this.labels.norms[label] as number) || 1);
    return { value, from: from[which] ?? 0, to: to[which] ?? 0 };
  }

  /** The best stretch for a vector of unit length, in row `at` of `units`. */
  likenessTo(units: Float32Array, at: number): number {
    const d = this.table.dimensions;
    for (let k = 0; k < this.vectors.length; k += 1)
      this.sums[k + 1] = (this.sums[k] as number) + dot(this.vectors[k] as Float32Array, 0, units, at * d, d);
    return this.bestSum();
  }

  /** The whole sentence against a label. */
  wholeLikeness(label: number): number {
    const { labels, table, unit } = this;
    const d = table.dimensions;
    let sum = 0;
    for (let at = labels.starts[label] as number; at < (labels.starts[label + 1] as number); at += 1)
      sum += dot(unit, 0, table.vectors, (labels.words[at] as number) * d, d);
    return sum / ((labels.norms[label] as number) || 1);
  }

  /** Each word of a label beside the word of the sentence most like it, weighed by rarity. */
  alignment(label: number, idf: Float32Array): number {
    const { labels, places, rows, inverse, table } = this;
    let sum = 0;
    for (let at = labels.starts[label] as number; at < (labels.starts[label + 1] as number); at += 1) {
      const word = labels.words[at] as number;
      const length = table.norms[word] as number;
      let best = 0;
      for (let k = 0; k < rows.length; k += 1) {
        const isSame = places[k] === word;
        const value = isSame
          ? 1
          : ((rows[k] as Float32Array)[word] as number) * (inverse[k] as number) * length;
        if (value > best) best = value;
      }
      sum += best * (idf[word] as number);
    }
    return sum;
  }

  /** Where a label stands word for word; -1 when it does not. */
  phraseAt(label: number): number {
    const { labels, places } = this;
    const start = labels.starts[label] as number;
    const length = (labels.starts[label + 1] as number) - start;
    for (let from = 0; from + length <= places.length; from += 1) {
      let k = 0;
      while (k < length && places[from + k] === labels.words[start + k]) k += 1;
      if (k === length) return from;
    }
    return -1;
  }

  private addUp(label: number): void {
    const { labels, rows, sums } = this;
    const start = labels.starts[label] as number;
    const end = labels.starts[label + 1] as number;
    for (let k = 0; k < rows.length; k += 1) {
      const row = rows[k] as Float32Array;
      let sum = sums[k] as number;
      for (let at = start; at < end; at += 1) sum += row[labels.words[at] as number] as number;
      sums[k + 1] = sum;
    }
  }

  private bestSum(): number {
    const { sums, from, to, scale } = this;
    let best = -Infinity;
    for (let k = 0; k < scale.length; k += 1) {
      const value =
        ((sums[to[k] as number] as number) - (sums[from[k] as number] as number)) * (scale[k] as number);
      if (value > best) best = value;
    }
    return best;
  }
}

interface Window {
  from: number;
  to: number;
  /** One over the length of the sum of its vectors. */
  scale: number;
}

/** All stretches up to the longest, none across the end of a sentence. */
function windowsOf(stems: readonly StemAt[], vectors: readonly Float32Array[], dimensions: number): Window[] {
  const windows: Window[] = [];
  const sum = new Float32Array(dimensions);
  for (let from = 0; from < stems.length; from += 1) {
    sum.fill(0);
    for (let at = from; at < Math.min(stems.length, from + longestWindow); at += 1) {
      if (at > from && stems[at]?.gap === 2) break;
      const vector = vectors[at] as Float32Array;
      for (let k = 0; k < dimensions; k += 1) sum[k] = (sum[k] as number) + (vector[k] as number);
      windows.push({ from, to: at + 1, scale: 1 / (Math.sqrt(dot(sum, 0, sum, 0, dimensions)) || 1) });
    }
  }
  return windows;
}
