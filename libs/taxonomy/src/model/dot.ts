/** The product of two stretches of the same length, a multiple of four. */
export function dot(a: Float32Array, from: number, b: Float32Array, other: number, length: number): number {
  let one = 0;
  let two = 0;
  let three = 0;
  let four = 0;
  for (let k = 0; k < length; k += 4) {
    one += (a[from + k] as number) * (b[other + k] as number);
    two += (a[from + k + 1] as number) * (b[other + k + 1] as number);
    three += (a[from + k + 2] as number) * (b[other + k + 2] as number);
    four += (a[from + k + 3] as number) * (b[other + k + 3] as number);
  }
  return one + two + three + four;
}
