export type Column = Int32Array | Uint32Array | Uint8Array | Uint16Array | Float64Array;

/**
 * Up to here a column grows by copying, which takes about a millisecond. Then it moves once, into all the room it may
 * ever need: the system gives memory to pages that were touched only (4 GiB reserved in 8 ms), so nothing long is
 * ever copied (doubling 100 MB stalls for 70 ms).
 */
const COPIED_BYTES = 4 * 2 ** 20;

/** The same values with room for `length` of them; throws where that is more than `most`. */
export function grown<C extends Column>(column: C, length: number, most: number, what: string): C {
  if (length <= column.length) return column;
  if (length > most)
    throw new RangeError(`The index is full: it holds ${most} ${what}. Run more instances of matching.`);
  const doubled = Math.min(most, Math.max(length, 2 * column.length));
  const isSmall = doubled * column.BYTES_PER_ELEMENT <= COPIED_BYTES;
  const Larger = column.constructor as new (length: number) => C;
  const larger = new Larger(isSmall ? doubled : most);
  larger.set(column);
  return larger;
}
