import type { Column } from '../memory/grown.js';
import { Checksum } from './checksum.js';
import type { Room } from './room.js';
import type { Saved } from './saved.js';
import { FORMAT, type Head, KINDS, MAGIC, kindOf, paddedLength } from './snapshot-form.js';

/** JSON may end with spaces. */
const SPACE = 32;
/** Either takes about a millisecond. */
const COPIED_AT_ONCE = 8 * 2 ** 20;
const WRITTEN_AT_ONCE = 2 ** 20;

/** An index as it is at one moment. Until it is copied it is made of views of the engine's memory. */
export class IndexPicture {
  constructor(
    private parts: Readonly<Record<string, Saved<unknown>>>,
    private readonly scorer: string,
  ) {}

  /** Takes it out of the engine's memory, a piece at a time; from the end of it on the engine may change. */
  *copy(room: Room): Generator<undefined, void, undefined> {
    const copies: Record<string, Saved<unknown>> = {};
    for (const [name, { facts, columns }] of Object.entries(this.parts)) {
      const own: Column[] = [];
      for (const column of columns) own.push(yield* copied(column, room));
      copies[name] = { facts, columns: own };
    }
    this.parts = copies;
  }

  /** A snapshot in pieces of up to a megabyte, with a note of the caller's. */
  *written(note: string): Generator<Uint8Array> {
    const checksum = new Checksum();
    const noteBytes = new TextEncoder().encode(note);
    const text = padded(new TextEncoder().encode(JSON.stringify(this.head(noteBytes.length))), SPACE);
    checksum.add(text);
    yield words(MAGIC, text.length, checksum.value, 0);
    yield text;
    for (const bytes of [noteBytes, ...this.columns().map(bytesOf)]) {
      checksum.begin(paddedLength(bytes.length));
      for (const piece of piecesOf(bytes, WRITTEN_AT_ONCE)) {
        const whole = padded(piece);
        checksum.go(whole);
        yield whole;
      }
    }
    yield words(checksum.value, MAGIC);
  }

  private head(note: number): Head {
    const parts = Object.entries(this.parts);
    return {
      format: FORMAT,
      scorer: this.scorer,
      note,
      parts: Object.fromEntries(parts.map(([name, { facts }]) => [name, facts])),
      columns: Object.fromEntries(
        parts.map(([name, { columns }]) => [name, columns.map((one) => [kindOf(one), one.length])]),
      ),
    };
  }

  private columns(): Column[] {
    return Object.values(this.parts).flatMap(({ columns }) => [...columns]);
  }
}

function* copied(column: Column, room: Room): Generator<undefined, Column, undefined> {
  const own = room.take(column.byteLength);
  let at = 0;
  for (const piece of piecesOf(bytesOf(column), COPIED_AT_ONCE)) {
    own.set(piece, at);
    at += piece.length;
    yield;
  }
  return new KINDS[kindOf(column)](own.buffer as ArrayBuffer, own.byteOffset, column.length);
}

function bytesOf({ buffer, byteOffset, byteLength }: Column): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function* piecesOf(bytes: Uint8Array, most: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += most) yield bytes.subarray(at, at + most);
}

function padded(bytes: Uint8Array, filling = 0): Uint8Array {
  const length = paddedLength(bytes.length);
  if (length === bytes.length) return bytes;
  const larger = new Uint8Array(length).fill(filling);
  larger.set(bytes);
  return larger;
}

function words(...all: number[]): Uint8Array {
  return new Uint8Array(Uint32Array.from(all).buffer);
}
