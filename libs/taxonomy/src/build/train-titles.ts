// Learns occupations from titles with known ones: hashed n-grams of the title, one hidden layer, softmax (as fastText).
import { dot } from '../model/dot.js';
import { packArrays } from '../model/pack-arrays.js';
import { quantise } from '../model/quantise.js';
import { seededRandom } from '../model/random.js';
import { titleBuckets, titleGrams } from '../model/title-grams.js';
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

const dimensions = 64;
const epochs = 12;
const rate = 0.3;
const seed = 11;

/** Adds `by` times a row of `from` to a row of `to`. */
function add(to: Float32Array, at: number, from: Float32Array, row: number, by: number): void {
  for (let k = 0; k < dimensions; k += 1)
    to[at * dimensions + k] =
      (to[at * dimensions + k] as number) + by * (from[row * dimensions + k] as number);
}

interface Layers {
  inputs: Float32Array;
  outputs: Float32Array;
}

/** One step for one title, with scratch space for the hidden layer and its slope. */
function learn({ inputs, outputs }: Layers, grams: readonly number[], right: number, step: number): void {
  const hidden = new Float32Array(dimensions);
  for (const gram of grams) add(hidden, 0, inputs, gram, 1 / grams.length);
  const classes = outputs.length / dimensions;
  const scores = new Float32Array(classes);
  let most = -Infinity;
  for (let k = 0; k < classes; k += 1) {
    scores[k] = dot(hidden, 0, outputs, k * dimensions, dimensions);
    most = Math.max(most, scores[k] as number);
  }
  let sum = 0;
  for (let k = 0; k < classes; k += 1) sum += scores[k] = Math.exp((scores[k] as number) - most);
  const slope = new Float32Array(dimensions);
  for (let k = 0; k < classes; k += 1) {
    const miss = (k === right ? 1 : 0) - (scores[k] as number) / sum;
    if (Math.abs(miss) < 1e-4) continue;
    add(slope, 0, outputs, k, miss);
    add(outputs, k, hidden, 0, step * miss);
  }
  for (const gram of grams) add(inputs, gram, slope, 0, step / grams.length);
}

/** The files of a title model; `progress` is told the share that is done. */
export function trainTitles(
  all: readonly LabelledTitle[],
  progress: (share: number) => void = () => undefined,
): Map<string, Uint8Array> {
  const ids = [...new Set(all.map(({ occupation }) => occupation))].toSorted();
  const places = new Map(ids.map((id, at) => [id, at]));
  const random = seededRandom(seed);
  const inputs = Float32Array.from(
    { length: titleBuckets * dimensions },
    () => (random() - 0.5) / dimensions,
  );
  const layers = { inputs, outputs: new Float32Array(ids.length * dimensions) };
  const examples = all.map(({ title, occupation }) => ({
    grams: titleGrams(title),
    right: places.get(occupation) ?? 0,
  }));
  const total = epochs * examples.length;
  for (let done = 0; done < total; done += 1) {
    const example = examples[Math.floor(random() * examples.length)];
    if (example && example.grams.length > 0)
      learn(
        layers,
        example.grams,
        example.right,
        rate * Math.sqrt(example.grams.length) * (1 - done / total),
      );
    if (done % 1000 === 0) progress(done / total);
  }
  const packed = {
    inputs: quantise(layers.inputs, dimensions),
    outputs: quantise(layers.outputs, dimensions),
  };
  const arrays = Object.fromEntries(
    Object.entries(packed).flatMap(([key, { bytes, scales }]) => [
      [key, bytes],
      [`${key}Scales`, scales],
    ]),
  );
  return new Map<string, Uint8Array>([
    ['title-model.bin', packArrays(arrays)],
    ['title-model.json', Buffer.from(JSON.stringify({ ids }))],
  ]);
}
