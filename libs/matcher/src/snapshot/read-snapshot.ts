import type { Column } from '../memory/grown.js';
import { Checksum } from './checksum.js';
import type { Saved } from './saved.js';
import { FORMAT, type Head, KINDS, type Kind, MAGIC, paddedLength } from './snapshot-form.js';

/** A snapshot that cannot be used, and why. Nothing is lost by it: the index can be built from the log. */
export class SnapshotRefused extends Error {
  override readonly name = 'SnapshotRefused';
}

/** Gives the next so many bytes of a snapshot, fewer where it ends. */
export type TakeBytes = (count: number) => Uint8Array;

/** Throws `SnapshotRefused` for one that is damaged, of another format or of another scorer. */
export function readSnapshot(take: TakeBytes, scorer: string) {
  const checksum = new Checksum();
  const head = readHead(take, checksum);
  if (head.scorer !== scorer)
    throw new SnapshotRefused(`It was made by scorer ${head.scorer}, and this is ${scorer}.`);
  const note = part(take, head.note, checksum);
  const parts: Record<string, Saved<unknown>> = {};
  for (const [name, columns] of Object.entries(head.columns))
    parts[name] = {
      facts: head.parts[name],
      columns: columns.map(([kind, size]) => column(take, kind, size, checksum)),
    };
  const [sum] = words(exactly(take, 8));
  if (sum !== checksum.value) throw new SnapshotRefused('It is damaged: its checksum is another one.');
  return { parts, note: new TextDecoder().decode(note) };
}

function readHead(take: TakeBytes, checksum: Checksum): Head {
  const [magic, length, sum] = words(exactly(take, 16));
  if (magic !== MAGIC) throw new SnapshotRefused('It is no snapshot of the matching index.');
  const text = exactly(take, length);
  checksum.add(text);
  if (sum !== checksum.value)
    throw new SnapshotRefused('It is damaged: the checksum of its head is another one.');
  const head = JSON.parse(new TextDecoder().decode(text)) as Head;
  if (head.format === FORMAT) return head;
  throw new SnapshotRefused(`It has format ${head.format}, and this is format ${FORMAT}.`);
}

function column(take: TakeBytes, kind: Kind, length: number, checksum: Checksum): Column {
  const Kind = KINDS[kind];
  const bytes = part(take, length * Kind.BYTES_PER_ELEMENT, checksum);
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : copied(bytes);
  return new Kind(aligned.buffer as ArrayBuffer, aligned.byteOffset, length);
}

function part(take: TakeBytes, length: number, checksum: Checksum): Uint8Array {
  const bytes = exactly(take, paddedLength(length));
  checksum.add(bytes);
  return bytes.subarray(0, length);
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
