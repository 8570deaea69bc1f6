// The form of a snapshot: MAGIC, length and checksum of the head, the head as JSON, the columns one after the other,
// each padded to eight bytes, and a checksum of all of it.
import type { Column } from '../memory/grown.js';
import { Checksum } from './checksum.js';
import type { Saved } from './saved.js';

/** Raise it with every change of what a part saves or of a row's layout: an older snapshot is then refused. */
const FORMAT = 1;
const MAGIC = 0x4a_57_4d_31;
const KINDS = { Int32Array, Uint32Array, Uint8Array, Uint16Array, Float64Array } as const;
/** JSON may end with spaces. */
const SPACE = 32;
type Kind = keyof typeof KINDS;

interface Head {
  readonly format: number;
  readonly scorer: string;
  readonly note: string;
  readonly parts: Readonly<Record<string, unknown>>;
  readonly columns: Readonly<Record<string, readonly (readonly [Kind, number])[]>>;
}

/** A snapshot that cannot be used, and why. Nothing is lost by it: the index can be built from the log. */
export class SnapshotRefused extends Error {
  override readonly name = 'SnapshotRefused';
}

/** Gives the next so many bytes of a snapshot, fewer where it ends. */
export type TakeBytes = (count: number) => Uint8Array;

/** Pieces to be written one after the other before the engine changes: they are views of its memory. */
export function* written(
  parts: Readonly<Record<string, Saved<unknown>>>,
  scorer: string,
  note: string,
): Generator<Uint8Array> {
  const checksum = new Checksum();
  const head: Head = {
    format: FORMAT,
    scorer,
    note,
    parts: Object.fromEntries(Object.entries(parts).map(([name, { facts }]) => [name, facts])),
    columns: Object.fromEntries(
      Object.entries(parts).map(([name, { columns }]) => [
        name,
        columns.map((one) => [kindOf(one), one.length]),
      ]),
    ),
  };
  const text = padded(new TextEncoder().encode(JSON.stringify(head)), SPACE);
  checksum.add(text);
  yield new Uint8Array(Uint32Array.of(MAGIC, text.length, checksum.value, 0).buffer);
  yield text;
  for (const { columns } of Object.values(parts)) {
    for (const { buffer, byteOffset, byteLength } of columns) {
      const bytes = padded(new Uint8Array(buffer, byteOffset, byteLength));
      checksum.add(bytes);
      yield bytes;
    }
  }
  yield new Uint8Array(Uint32Array.of(checksum.value, MAGIC).buffer);
}

/** Throws `SnapshotRefused` for one that is damaged, of another format or of another scorer. */
export function read(take: TakeBytes, scorer: string) {
  const checksum = new Checksum();
  const [magic, length, headSum] = words(exactly(take, 16));
  if (magic !== MAGIC) throw new SnapshotRefused('It is no snapshot of the matching index.');
  const text = exactly(take, length);
  checksum.add(text);
  if (headSum !== checksum.value)
    throw new SnapshotRefused('It is damaged: the checksum of its head is another one.');
  const head = JSON.parse(new TextDecoder().decode(text)) as Head;
  if (head.format !== FORMAT)
    throw new SnapshotRefused(`It has format ${head.format}, and this is format ${FORMAT}.`);
  if (head.scorer !== scorer)
    throw new SnapshotRefused(`It was made by scorer ${head.scorer}, and this is ${scorer}.`);
  const parts: Record<string, Saved<unknown>> = {};
  for (const [name, columns] of Object.entries(head.columns))
    parts[name] = {
      facts: head.parts[name],
      columns: columns.map(([kind, size]) => column(take, kind, size, checksum)),
    };
  const [sum] = words(exactly(take, 8));
  if (sum !== checksum.value) throw new SnapshotRefused('It is damaged: its checksum is another one.');
  return { parts, note: head.note };
}

function column(take: TakeBytes, kind: Kind, length: number, checksum: Checksum): Column {
  const Kind = KINDS[kind];
  const bytes = exactly(take, paddedLength(length * Kind.BYTES_PER_ELEMENT));
  checksum.add(bytes);
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : copied(bytes);
  return new Kind(aligned.buffer as ArrayBuffer, aligned.byteOffset, length);
}

function exactly(take: TakeBytes, count: number): Uint8Array {
  const bytes = take(count);
  if (bytes.length !== count) throw new SnapshotRefused('It is damaged: it ends too early.');
  return bytes;
}

function words(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(copied(bytes).buffer);
}

/** `slice` would do, but for a Buffer, where it copies nothing. */
function copied(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes);
}

function kindOf(one: Column): Kind {
  return one.constructor.name as Kind;
}

function paddedLength(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}

function padded(bytes: Uint8Array, filling = 0): Uint8Array {
  const length = paddedLength(bytes.length);
  if (length === bytes.length) return bytes;
  const larger = new Uint8Array(length).fill(filling);
  larger.set(bytes);
  return larger;
}
