// Vectors of words. A text is the sum of its words, so the likeness of any stretch of text to any label is a sum of
// products of single words; those are kept in a row per word of the text, and adverts repeat their words.
import { dot } from './dot.js';
import { gramsOf } from './grams.js';
import { LeastRecent } from './least-recent.js';
import { topOf } from './top-of.js';
import type { QuantisedRows } from './quantise.js';

/** The numbers of a table. */
export interface WordVectors {
  /** A vector for each word of the labels, one after the other. */
  values: Float32Array;
  /** One over the length of each of them. */
  norms: Float32Array;
  /** Of the n-grams that other words are made of. */
  grams: QuantisedRows;
}

const mostVectors = 8000;
/** A row is 4 bytes for each word of the labels: 800 rows of ESCO take 32 MB. */
const mostRows = 800;

/** The words of the labels likest to a word, with how like they are. */
export interface Neighbours {
  words: Int32Array;
  likeness: Float32Array;
}

const mostNeighbours = 40;
const leastLike = 0.3;

export class WordTable {
  readonly dimensions: number;
  /** A vector for each word of the labels, one after the other. */
  readonly vectors: Float32Array;
  /** One over the length of each of them. */
  readonly norms: Float32Array;
  private readonly grams: QuantisedRows;
  private readonly places: ReadonlyMap<string, number>;
  private readonly fresh = new LeastRecent<string, Float32Array>(mostVectors);
  private readonly near = new LeastRecent<string, Neighbours>(mostVectors);
  private readonly rows = new LeastRecent<string, Float32Array>(mostRows);

  constructor(
    readonly words: readonly string[],
    { values, norms, grams }: WordVectors,
  ) {
    this.dimensions = words.length === 0 ? 0 : values.length / words.length;
    this.vectors = values;
    this.norms = norms;
    this.grams = grams;
    this.places = new Map(words.map((word, at) => [word, at]));
  }

  /** The place of a word among those of the labels; undefined for any other. */
  placeOf(word: string): number | undefined {
    return this.places.get(word);
  }

  /** The vector of any word: one no label has is made of its parts. */
  vectorOf(word: string): Float32Array {
    const place = this.places.get(word);
    if (place !== undefined)
      return this.vectors.subarray(place * this.dimensions, (place + 1) * this.dimensions);
    return this.fresh.get(word) ?? this.fresh.set(word, this.fromGrams(word));
  }

  /** The product of a word with each word of the labels. */
  rowOf(word: string): Float32Array {
    return this.rows.get(word) ?? this.rows.set(word, this.products(this.vectorOf(word)));
  }

  /** The words of the labels likest to a word, itself first where a label has it. */
  neighboursOf(word: string): Neighbours {
    return this.near.get(word) ?? this.near.set(word, this.neighbours(word));
  }

  /** The sum of the words' vectors, made one unit long. */
  unitOf(words: readonly string[]): Float32Array {
    const sum = new Float32Array(this.dimensions);
    for (const word of words) {
      const vector = this.vectorOf(word);
      for (let k = 0; k < sum.length; k += 1) sum[k] = (sum[k] as number) + (vector[k] as number);
    }
    const norm = Math.sqrt(dot(sum, 0, sum, 0, sum.length)) || 1;
    return sum.map((value) => value / norm);
  }

  private neighbours(word: string): Neighbours {
    const vector = this.vectorOf(word);
    const length = 1 / (Math.sqrt(dot(vector, 0, vector, 0, vector.length)) || 1);
    const row = this.rowOf(word);
    const likeness = row.map((value, at) => value * length * (this.norms[at] as number));
    const words = topOf(likeness, mostNeighbours).filter((at) => (likeness[at] as number) >= leastLike);
    return {
      words: Int32Array.from(words),
      likeness: Float32Array.from(words, (at) => likeness[at] as number),
    };
  }

  private products(vector: Float32Array): Float32Array {
    const row = new Float32Array(this.words.length);
    for (let at = 0; at < row.length; at += 1)
      row[at] = dot(vector, 0, this.vectors, at * this.dimensions, this.dimensions);
    return row;
  }

  private fromGrams(word: string): Float32Array {
    const vector = new Float32Array(this.dimensions);
    const grams = gramsOf(word);
    for (const gram of grams) {
      const scale = (this.grams.scales[gram] as number) / grams.length;
      const base = gram * this.dimensions;
      for (let k = 0; k < vector.length; k += 1)
        vector[k] = (vector[k] as number) + scale * (this.grams.bytes[base + k] as number);
    }
    return vector;
  }
}
