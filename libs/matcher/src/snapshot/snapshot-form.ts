// The form of a snapshot: MAGIC, length and checksum of the head, the head as JSON, the note, the columns one after the
// other, and a checksum of all of it. Each begins at a multiple of eight bytes.
import type { Column } from '../memory/grown.js';

/** Raise it with every change of what a part saves or of a row's layout: an older snapshot is then refused. */
export const FORMAT = 5;
export const MAGIC = 0x4a_57_4d_31;
export const KINDS = { Int32Array, Uint32Array, Uint8Array, Uint16Array, Float64Array } as const;
export type Kind = keyof typeof KINDS;

export interface Head {
  readonly format: number;
  readonly scorer: string;
  /** Its length in bytes. */
  readonly note: number;
  readonly parts: Readonly<Record<string, unknown>>;
  readonly columns: Readonly<Record<string, readonly (readonly [Kind, number])[]>>;
}

export function kindOf(one: Column): Kind {
  return one.constructor.name as Kind;
}

export function paddedLength(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}
