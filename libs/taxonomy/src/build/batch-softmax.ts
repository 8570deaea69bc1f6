// The softmax over a batch of pairs, forwards and backwards. Flat arrays and plain loops: nine tenths of a build's time.
import { dot } from '../model/dot.js';

export interface Scored {
  left: Float32Array;
  right: Float32Array;
  leftNorms: Float32Array;
  rightNorms: Float32Array;
  /** The slope of the loss by each similarity, a row for each left text. */
  slopes: Float32Array;
  size: number;
}

/** Makes every row one unit long in place, and tells how long each was. */
function normalise(rows: Float32Array, dimensions: number): Float32Array {
  const norms = new Float32Array(rows.length / dimensions);
  for (let row = 0; row < norms.length; row += 1) {
    const base = row * dimensions;
    let sum = 1e-12;
    for (let k = 0; k < dimensions; k += 1) sum += (rows[base + k] as number) * (rows[base + k] as number);
    const norm = Math.sqrt(sum);
    norms[row] = norm;
    for (let k = 0; k < dimensions; k += 1) rows[base + k] = (rows[base + k] as number) / norm;
  }
  return norms;
}

/** Adds to `slopes` those of a softmax over `count` values from `from` in steps of `step`, whose right answer is `right`. */
function addSoftmax(
  values: Float32Array,
  slopes: Float32Array,
  from: number,
  step: number,
  count: number,
  right: number,
): void {
  let most = -Infinity;
  for (let k = 0; k < count; k += 1) most = Math.max(most, values[from + k * step] as number);
  let sum = 0;
  for (let k = 0; k < count; k += 1) sum += Math.exp((values[from + k * step] as number) - most);
  for (let k = 0; k < count; k += 1) {
    const at = from + k * step;
    slopes[at] =
      (slopes[at] as number) + Math.exp((values[at] as number) - most) / sum - (k === right ? 1 : 0);
  }
}

/** All products of rows of both, two by two: each number read serves twice, which halves the time. */
function products(left: Float32Array, right: Float32Array, size: number, dimensions: number): Float32Array {
  const values = new Float32Array(size * size);
  for (let i = 0; i < size; i += 2)
    for (let j = 0; j < size; j += 2) {
      const [top, low] = [i * dimensions, Math.min(i + 1, size - 1) * dimensions];
      const [one, two] = [j * dimensions, Math.min(j + 1, size - 1) * dimensions];
      let [a, b, c, d] = [0, 0, 0, 0];
      for (let k = 0; k < dimensions; k += 1) {
        const x = left[top + k] as number;
        const y = left[low + k] as number;
        const u = right[one + k] as number;
        const v = right[two + k] as number;
        a += x * u;
        b += x * v;
        c += y * u;
        d += y * v;
      }
      const at = i * size + j;
      values[at] = a;
      if (j + 1 < size) values[at + 1] = b;
      if (i + 1 < size) values[at + size] = c;
      if (i + 1 < size && j + 1 < size) values[at + size + 1] = d;
    }
  return values;
}

/** Similarities of all left with all right texts (given as sums of their words), and the slopes of both softmaxes. */
export function similarities(
  left: Float32Array,
  right: Float32Array,
  concepts: readonly number[],
  dimensions: number,
  temperature: number,
): Scored {
  const size = concepts.length;
  const leftNorms = normalise(left, dimensions);
  const rightNorms = normalise(right, dimensions);
  const values = products(left, right, size, dimensions);
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < size; j += 1) {
      const at = i * size + j;
      const isSame = i !== j && concepts[i] === concepts[j];
      values[at] = isSame ? -1e9 : (values[at] as number) / temperature;
    }
  const slopes = new Float32Array(size * size);
  for (let i = 0; i < size; i += 1) addSoftmax(values, slopes, i * size, 1, size, i);
  for (let j = 0; j < size; j += 1) addSoftmax(values, slopes, j, size, size, j);
  const scale = 1 / (2 * size * temperature);
  for (let at = 0; at < slopes.length; at += 1) slopes[at] = (slopes[at] as number) * scale;
  return { left, right, leftNorms, rightNorms, slopes, size };
}

/** Slopes by the sums of words, through the normalisation. */
export function gradients(
  { left, right, leftNorms, rightNorms, slopes, size }: Scored,
  dimensions: number,
): { leftGradients: Float32Array; rightGradients: Float32Array } {
  const leftGradients = new Float32Array(left.length);
  const rightGradients = new Float32Array(right.length);
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < size; j += 1) {
      const slope = slopes[i * size + j] as number;
      if (slope < 1e-7 && slope > -1e-7) continue;
      addScaled(leftGradients, i * dimensions, right, j * dimensions, slope, dimensions);
      addScaled(rightGradients, j * dimensions, left, i * dimensions, slope, dimensions);
    }
  throughNorm(leftGradients, left, leftNorms, dimensions);
  throughNorm(rightGradients, right, rightNorms, dimensions);
  return { leftGradients, rightGradients };
}

function addScaled(
  to: Float32Array,
  at: number,
  from: Float32Array,
  other: number,
  by: number,
  length: number,
): void {
  for (let k = 0; k < length; k += 1) to[at + k] = (to[at + k] as number) + by * (from[other + k] as number);
}

function throughNorm(
  slopes: Float32Array,
  units: Float32Array,
  norms: Float32Array,
  dimensions: number,
): void {
  for (let row = 0; row < norms.length; row += 1) {
    const base = row * dimensions;
    const along = dot(slopes, base, units, base, dimensions);
    const norm = norms[row] as number;
    for (let k = 0; k < dimensions; k += 1)
      slopes[base + k] = ((slopes[base + k] as number) - along * (units[base + k] as number)) / norm;
  }
}
