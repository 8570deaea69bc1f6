import type { Elsewhere } from '../memory/grown.js';
import { MOST_SUBJECTS, MOST_WORDS } from '../memory/limits.js';
import { Desk } from './desk.js';
import { ARENA_AT, DESK_AT, SIGNATURES_AT } from './desk-layout.js';
import { SIGNATURE_WORDS } from '../rows/skill-signature.js';
import { LOOPS } from './wasm-module.js';

const PAGE_BYTES = 65536;
/** Reserved, not taken: the system gives memory to pages that were touched only. */
const PAGES = Math.ceil((SIGNATURES_AT + 4 * SIGNATURE_WORDS * MOST_SUBJECTS) / PAGE_BYTES);

interface Exports {
  readonly touch: () => void;
  readonly scan: () => number;
  readonly sift: () => void;
}

interface Memory {
  readonly buffer: ArrayBuffer;
}

/** What of WebAssembly is used here. */
interface Api {
  readonly Memory: new (pages: { initial: number; maximum: number }) => Memory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly CompileError: new () => Error;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Exports };
}

/** A side's memory with WebAssembly at work in it. */
export interface Shared {
  readonly desk: Desk;
  readonly exports: Exports;
  readonly buffer: ArrayBuffer;
}

/**
 * Memory of one side that WebAssembly sees as well: its postings' arena and its signatures. It is made when the first of
 * them grows large, as each takes 10 GB of addresses (1 GB where they are few); where it cannot be had, they stay in arrays of their own and plain
 * code reads them.
 */
export class SharedMemory {
  readonly arena: SharedColumn;
  readonly signatures: SharedColumn;

  /** From so many bytes on a column moves here. */
  constructor(from: number) {
    let opened: { readonly shared: Shared | undefined } | undefined;
    const open = (): Shared | undefined => (opened ??= { shared: made() }).shared;
    this.arena = new SharedColumn(from, open, ARENA_AT, MOST_WORDS);
    this.signatures = new SharedColumn(from, open, SIGNATURES_AT, SIGNATURE_WORDS * MOST_SUBJECTS);
  }
}

/** One of its columns. */
export class SharedColumn implements Elsewhere<Int32Array<ArrayBuffer>> {
  /** Once it has moved there. */
  shared: Shared | undefined;

  constructor(
    readonly from: number,
    private readonly open: () => Shared | undefined,
    private readonly byteOffset: number,
    private readonly length: number,
  ) {}

  reserve(): Int32Array<ArrayBuffer> | undefined {
    this.shared = this.open();
    return this.shared && new Int32Array(this.shared.buffer, this.byteOffset, this.length);
  }
}

/** Undefined where there is no WebAssembly, none with vectors, or no room for its memory. */
function made(): Shared | undefined {
  const api = (globalThis as { readonly WebAssembly?: Api }).WebAssembly;
  if (api === undefined) return undefined;
  try {
    const memory = new api.Memory({ initial: PAGES, maximum: PAGES });
    const module = new api.Module(Uint8Array.from(atob(LOOPS), (byte) => byte.charCodeAt(0)));
    const { exports } = new api.Instance(module, { env: { memory } });
    return { exports, buffer: memory.buffer, desk: new Desk(memory.buffer, DESK_AT) };
  } catch (error) {
    if (error instanceof RangeError || error instanceof api.CompileError) return undefined;
    throw error;
  }
}
