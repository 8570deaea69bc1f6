// Several number arrays in one file: a line of JSON that says where each lies, then their bytes.

const kinds = { i8: Int8Array, i32: Int32Array, f32: Float32Array } as const;

/** The arrays a model is made of. */
export type NumberArray = Int8Array | Int32Array | Float32Array;
type Kind = keyof typeof kinds;
type Directory = Record<string, { kind: Kind; at: number; length: number }>;

const alignment = 16;
const aligned = (size: number): number => Math.ceil(size / alignment) * alignment;

function kindOf(array: NumberArray): Kind {
  if (array instanceof Int8Array) return 'i8';
  return array instanceof Int32Array ? 'i32' : 'f32';
}

export function packArrays(arrays: Readonly<Record<string, NumberArray>>): Buffer {
  const directory: Directory = {};
  let at = 0;
  for (const [name, array] of Object.entries(arrays)) {
    directory[name] = { kind: kindOf(array), at, length: array.length };
    at = aligned(at + array.byteLength);
  }
  const head = Buffer.from(`${JSON.stringify(directory)}\n`);
  const start = aligned(head.length + 4);
  const packed = Buffer.alloc(start + at);
  packed.writeUInt32LE(head.length, 0);
  head.copy(packed, 4);
  for (const [name, array] of Object.entries(arrays))
    packed.set(
      new Uint8Array(array.buffer, array.byteOffset, array.byteLength),
      start + (directory[name]?.at ?? 0),
    );
  return packed;
}

/** Numbers in memory that threads share when they are sent from one to another. */
export const sharedNumbers = (length: number): Float32Array =>
  new Float32Array(new SharedArrayBuffer(4 * length));

/** A function that gives the arrays of a packed file by name and kind, each in memory that threads can share. */
export function unpackArrays(packed: Buffer): {
  bytes: (name: string) => Int8Array;
  integers: (name: string) => Int32Array;
  numbers: (name: string) => Float32Array;
} {
  const headLength = packed.readUInt32LE(0);
  const directory = JSON.parse(packed.toString('utf8', 4, 4 + headLength)) as Directory;
  const start = aligned(headLength + 4);
  const slice = (name: string, kind: Kind): SharedArrayBuffer => {
    const entry = directory[name];
    if (entry?.kind !== kind) throw new Error(`The model has no ${kind} array "${name}".`);
    const length = entry.length * kinds[kind].BYTES_PER_ELEMENT;
    const copy = new SharedArrayBuffer(length);
    new Uint8Array(copy).set(packed.subarray(start + entry.at, start + entry.at + length));
    return copy;
  };
  return {
    bytes: (name) => new Int8Array(slice(name, 'i8')),
    integers: (name) => new Int32Array(slice(name, 'i32')),
    numbers: (name) => new Float32Array(slice(name, 'f32')),
  };
}
