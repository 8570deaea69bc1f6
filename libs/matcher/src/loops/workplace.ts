import { Desk } from './desk.js';
import { DESK_WORDS } from './desk-layout.js';
import type { Loops } from './loops.js';
import { PlainLoops, type Sources } from './plain-loops.js';
import type { Shared, SharedMemory } from './shared-memory.js';

/** The desk and the loops for one side's postings: in WebAssembly once these are where it sees them. */
export class Workplace {
  desk: Desk;
  loops: Loops;

  constructor(
    private readonly sources: Sources,
    private readonly memory: SharedMemory | undefined,
  ) {
    this.desk = new Desk(new ArrayBuffer(4 * DESK_WORDS), 0);
    this.loops = new PlainLoops(this.desk, sources);
  }

  /** Before anything is laid out for a search: the postings may have moved since the last one, and the desk with them. */
  tidy(): void {
    const shared = this.memory?.arena.shared;
    if (shared !== undefined && shared.desk !== this.desk) this.move(shared);
    this.desk.clear();
  }

  /** Of the postings, what WebAssembly reads. */
  get sharedBytes(): number {
    return this.memory?.arena.shared === undefined ? 0 : this.sources.arena.bytes;
  }

  private move({ desk, exports }: Shared): void {
    const plain = new PlainLoops(desk, this.sources);
    const signatures = this.memory?.signatures;
    this.desk = desk;
    this.loops = {
      touch: exports.touch,
      scan: exports.scan,
      // Signatures take a tenth of what postings do, so they grow large and move later.
      sift: () => (signatures?.shared === undefined ? plain.sift() : exports.sift()),
    };
  }
}
