// Rows of numbers in a byte each, with a scale a row: a quarter of the size, and the same ranking.
import { sharedNumbers } from './pack-arrays.js';

export interface QuantisedRows {
  bytes: Int8Array;
  scales: Float32Array;
}

export function quantise(rows: Float32Array, width: number): QuantisedRows {
  const { abs, max, round } = Math;
  const bytes = new Int8Array(rows.length);
  const scales = new Float32Array(rows.length / width);
  for (let row = 0; row < scales.length; row += 1) {
    let most = 1e-12;
    for (let k = row * width; k < (row + 1) * width; k += 1) most = max(most, abs(rows[k] as number));
    scales[row] = most / 127;
    for (let k = row * width; k < (row + 1) * width; k += 1)
      bytes[k] = round(((rows[k] as number) / most) * 127);
  }
  return { bytes, scales };
}

/** The rows as numbers again. */
export function widen({ bytes, scales }: QuantisedRows): Float32Array {
  const width = bytes.length / scales.length;
  const rows = sharedNumbers(bytes.length);
  for (let row = 0; row < scales.length; row += 1) {
    const scale = scales[row] as number;
    for (let at = row * width; at < (row + 1) * width; at += 1) rows[at] = (bytes[at] as number) * scale;
  }
  return rows;
}
