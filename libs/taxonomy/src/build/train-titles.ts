// Learns occupations from titles with known ones and from the taxonomy's own labels: a softmax with a weight for each
// part of a title and each occupation it was seen with (Adagrad), and the titles themselves for their neighbours.
import { dot } from '../model/dot.js';
import type { LabelTitles } from '../model/label-titles.js';
import { titleFiles } from '../model/learnt-titles.js';
import { packArrays } from '../model/pack-arrays.js';
import { quantise } from '../model/quantise.js';
import { seededRandom } from '../model/random.js';
import { titleBuckets, titleGrams, titleVector, type TitleGrams } from '../model/title-grams.js';
import { csvRows } from './csv-rows.js';
import { textOfFile } from './read-soc.js';

export interface LabelledTitle {
  title: string;
  occupation: string;
}

/** @throws BadInput when the file lacks its columns */
export function readTitles(file: string): LabelledTitle[] {
  return csvRows(file, textOfFile(file), ['vacancyTitle', 'conceptUri']).map((row) => ({
    title: row['vacancyTitle'] ?? '',
    occupation: (row['conceptUri'] ?? '').trim(),
  }));
}

const epochs = 4;
const rate = 0.5;
/** The share of labels seen in an epoch: they outnumber titles, and are less like them than titles are. */
const labelShare = 0.5;
const decay = 3e-4;
const seed = 3;
/** A slope below this moves nothing worth the time. */
const leastSlope = 1e-3;

interface Example extends TitleGrams {
  right: number;
}

/** For every bucket the distinct numbers that come with it, in order. */
function postings(rows: readonly TitleGrams[], numberOf: (row: number) => number) {
  const sets = new Map<number, Map<number, number>>();
  for (const [row, { buckets, weights }] of rows.entries())
    for (const [k, bucket] of buckets.entries()) {
      const known = sets.get(bucket) ?? new Map<number, number>();
      sets.set(bucket, known.set(numberOf(row), weights[k] as number));
    }
  const starts = new Int32Array(titleBuckets + 1);
  const places: number[] = [];
  const weights: number[] = [];
  for (let bucket = 0; bucket < titleBuckets; bucket += 1) {
    for (const [place, weight] of [...(sets.get(bucket) ?? [])].toSorted(([a], [b]) => a - b)) {
      places.push(place);
      weights.push(weight);
    }
    starts[bucket + 1] = places.length;
  }
  return { starts, places: Int32Array.from(places), weights: Float32Array.from(weights) };
}

/** How rare each part is; 0 for one never seen. */
function rarityOf(texts: readonly string[]): Float32Array {
  const rarity = new Float32Array(titleBuckets);
  for (const text of texts)
    for (const bucket of titleGrams(text).buckets) rarity[bucket] = (rarity[bucket] as number) + 1;
  return rarity.map((uses) => (uses === 0 ? 0 : Math.log((texts.length + 1) / (uses + 0.5))));
}

class SparseSoftmax {
  readonly weights: Float32Array;
  private readonly squares: Float32Array;
  private readonly biasSquares: Float32Array;
  private readonly misses: Float32Array;

  constructor(
    private readonly starts: Int32Array,
    private readonly places: Int32Array,
    readonly bias: Float32Array,
  ) {
    this.weights = new Float32Array(places.length);
    this.squares = new Float32Array(places.length).fill(1e-3);
    this.biasSquares = new Float32Array(bias.length).fill(1e-3);
    this.misses = new Float32Array(bias.length);
  }

  learn({ buckets, weights, right }: Example): void {
    this.predict(buckets, weights);
    this.misses[right] = (this.misses[right] as number) - 1;
    for (const [k, bucket] of buckets.entries())
      for (let at = this.starts[bucket] as number; at < (this.starts[bucket + 1] as number); at += 1)
        this.move(
          this.weights,
          this.squares,
          at,
          this.misses[this.places[at] as number] as number,
          weights[k] as number,
        );
    for (let at = 0; at < this.bias.length; at += 1)
      this.move(this.bias, this.biasSquares, at, this.misses[at] as number, 0.1);
  }

  /** Probabilities, in `misses`. */
  private predict(buckets: readonly number[], weights: readonly number[]): void {
    const { misses } = this;
    misses.set(this.bias);
    for (const [k, bucket] of buckets.entries()) {
      const weight = weights[k] as number;
      for (let at = this.starts[bucket] as number; at < (this.starts[bucket + 1] as number); at += 1) {
        const place = this.places[at] as number;
        misses[place] = (misses[place] as number) + weight * (this.weights[at] as number);
      }
    }
    let most = -Infinity;
    for (const score of misses) if (score > most) most = score;
    let sum = 0;
    for (let at = 0; at < misses.length; at += 1) sum += misses[at] = Math.exp((misses[at] as number) - most);
    for (let at = 0; at < misses.length; at += 1) misses[at] = (misses[at] as number) / sum;
  }

  private move(values: Float32Array, squares: Float32Array, at: number, miss: number, by: number): void {
    if (miss < leastSlope && miss > -leastSlope) return;
    const slope = miss * by + decay * (values[at] as number);
    squares[at] = (squares[at] as number) + slope * slope;
    values[at] = (values[at] as number) - (rate * slope) / Math.sqrt(squares[at] ?? 1);
  }
}

type TitleVectors = Pick<LabelTitles, 'unitOf' | 'dimensions'>;

/** The mean of the titles of each occupation, one unit long; zeros where it has none. */
function centresOf(
  titles: readonly LabelledTitle[],
  numbers: ReadonlyMap<string, number>,
  vectors: TitleVectors,
): Float32Array {
  const d = vectors.dimensions;
  const centres = new Float32Array(numbers.size * d);
  for (const { title, occupation } of titles) {
    const base = (numbers.get(occupation) ?? 0) * d;
    for (const [k, value] of vectors.unitOf(title).entries())
      centres[base + k] = (centres[base + k] as number) + value;
  }
  for (let base = 0; base < centres.length; base += d) {
    const length = Math.sqrt(dot(centres, base, centres, base, d)) || 1;
    for (let k = base; k < base + d; k += 1) centres[k] = (centres[k] as number) / length;
  }
  return centres;
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] as number;
    order[at] = order[other] as number;
    order[other] = kept;
  }
}

/**
 * The files of a title model. `labels` are the taxonomy's own names for its occupations, `vectors` gives titles as
 * vectors one unit long; `progress` is told the share that is done.
 */
export function trainTitles(
  titles: readonly LabelledTitle[],
  labels: readonly LabelledTitle[],
  vectors: TitleVectors,
  progress: (share: number) => void = () => undefined,
): Map<string, Uint8Array> {
  const all = [...titles, ...labels];
  const ids = [...new Set(all.map(({ occupation }) => occupation))].toSorted();
  const numbers = new Map(ids.map((id, at) => [id, at]));
  const rarity = rarityOf(all.map(({ title }) => title));
  const examples = all.map(({ title, occupation }): Example => ({
    ...titleVector(title, rarity),
    right: numbers.get(occupation) ?? 0,
  }));
  const { starts, places } = postings(examples, (row) => examples[row]?.right ?? 0);
  const uses = new Float32Array(ids.length);
  for (const { occupation } of titles) {
    const at = numbers.get(occupation) ?? 0;
    uses[at] = (uses[at] as number) + 1;
  }
  const model = new SparseSoftmax(
    starts,
    places,
    uses.map((count) => Math.log(count + 0.2)),
  );
  const random = seededRandom(seed);
  const order = Int32Array.from(examples, (_, at) => at);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const [done, at] of order.entries()) {
      if (done % 2000 === 0) progress((epoch + done / order.length) / epochs);
      if (at >= titles.length && random() > labelShare) continue;
      model.learn(examples[at] as Example);
    }
  }
  const known = examples.slice(0, titles.length);
  const near = postings(known, (row) => row);
  const centres = quantise(centresOf(titles, numbers, vectors), vectors.dimensions);
  const arrays = {
    centres: centres.bytes,
    centresScales: centres.scales,
    rarity,
    starts,
    places,
    weights: model.weights,
    bias: model.bias,
    titleStarts: near.starts,
    titlePlaces: near.places,
    titleWeights: near.weights,
    occupationOf: Int32Array.from(known, ({ right }) => right),
  };
  return new Map<string, Uint8Array>([
    [titleFiles.numbers, packArrays(arrays)],
    [titleFiles.names, Buffer.from(JSON.stringify({ ids }))],
  ]);
}
