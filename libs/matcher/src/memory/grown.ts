export type Column = Int32Array | Uint32Array | Uint8Array | Uint16Array | Float64Array;

/**
 * Up to here a column grows by copying, which takes about a millisecond. Then it moves once, into all the room it may
 * ever need: the system gives memory to pages that were touched only (4 GiB reserved in 8 ms), so nothing long is
 * ever copied (doubling 100 MB stalls for 70 ms).
 */
export const COPIED_BYTES = 4 * 2 ** 20;
/**
 * A buffer that the C library takes from the system by itself begins 16 bytes after the start of a page. Records of 64
 * or 128 bytes that start with the next cache line touch no more lines than they must; where it begins elsewhere,
 * nothing is lost but 112 bytes.
 */
const TO_NEXT_LINE = 112;

/** Other memory that a column can move to. */
export interface Elsewhere<C extends Column> {
  /** Once it takes more than so many bytes. */
  readonly from: number;
  /** All the room that it may ever need; undefined where that cannot be had. */
  reserve(): C | undefined;
}

/** The same values with room for `length` of them; throws where that is more than `most`. */
export function grown<C extends Column>(
  column: C,
  length: number,
  most: number,
  what: string,
  elsewhere?: Elsewhere<C>,
): C {
  if (length <= column.length) return column;
  if (length > most)
    throw new RangeError(`The index is full: it holds ${most} ${what}. Run more instances of matching.`);
  const Kind = kindOf(column);
  const doubled = Math.min(most, Math.max(length, 2 * column.length));
  const isSmall = doubled * column.BYTES_PER_ELEMENT <= (elsewhere?.from ?? COPIED_BYTES);
  const larger = isSmall ? new Kind(doubled) : (elsewhere?.reserve() ?? reserved(Kind, most));
  larger.set(column);
  return larger;
}

type Kind<C extends Column> = {
  readonly BYTES_PER_ELEMENT: number;
  new (length: number): C;
  new (buffer: ArrayBuffer, byteOffset: number, length: number): C;
};

function kindOf<C extends Column>(column: C): Kind<C> {
  return column.constructor as Kind<C>;
}

function reserved<C extends Column>(Kind: Kind<C>, length: number): C {
  return new Kind(new ArrayBuffer(TO_NEXT_LINE + length * Kind.BYTES_PER_ELEMENT), TO_NEXT_LINE, length);
}

/** The same memory as doubles. */
export function asDoubles({ buffer, byteOffset, length }: Int32Array<ArrayBuffer>) {
  return new Float64Array(buffer, byteOffset, length >> 1);
}
