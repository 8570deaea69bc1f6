import { Desk } from './desk.js';
import { DESK_WORDS } from './desk-layout.js';
import type { Loops } from './loops.js';
import { PlainLoops, type Sources } from './plain-loops.js';
import type { SharedMemory } from './shared-memory.js';

/** The desk and the loops for one side's postings: in WebAssembly once these are where it sees them. */
export class Workplace {
  desk: Desk;
  loops: Loops;
  private isShared = false;

  constructor(
    private readonly sources: Sources,
    private readonly memory: SharedMemory | undefined,
  ) {
    this.desk = new Desk(new ArrayBuffer(4 * DESK_WORDS), 0);
    this.loops = new PlainLoops(this.desk, sources);
  }

  /** Before each search: the postings may have moved since the last one. */
  tidy(): void {
    if (!this.isShared && this.memory?.arena.isHere === true) this.move(this.memory);
    this.desk.clear();
  }

  private move(memory: SharedMemory): void {
    if (memory.shared === undefined) return;
    const { desk, exports } = memory.shared;
    const plain = new PlainLoops(desk, this.sources);
    this.isShared = true;
    this.desk = desk;
    this.loops = {
      touch: exports.touch,
      scan: exports.scan,
      // Signatures take a tenth of what postings do, so they grow large later.
      sift: () => (memory.signatures.isHere ? exports.sift() : plain.sift()),
    };
  }
}
