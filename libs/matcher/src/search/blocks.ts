import { MOST_HEADS } from '../loops/desk-layout.js';
import type { Workplace } from '../loops/workplace.js';
import { NumberList } from '../memory/number-list.js';

/** The lists that a search reads. */
export class Blocks {
  /** Their first blocks, 0 for none. */
  readonly heads = new NumberList();
  /** For each of them whatever its reader wants to know by then. */
  private readonly marks = new NumberList();
  /** The head that is laid out next. */
  private next = 0;

  clear(): void {
    this.heads.clear();
    this.marks.clear();
  }

  /** All that have no mark yet get this one. */
  mark(mark: number): void {
    while (this.marks.count < this.heads.count) this.marks.push(mark);
  }

  /** Lays out the first of them, once all are gathered. */
  layFirst(workplace: Workplace): void {
    this.next = 0;
    this.layNext(workplace);
  }

  /** Lays out those that come next; false where none is left. */
  layNext({ desk, loops }: Workplace): boolean {
    const { heads, marks, next } = this;
    const count = Math.min(MOST_HEADS, heads.count - next);
    for (let n = 0; n < count; n++) {
      desk.heads[n] = heads.items[next + n];
      desk.headMarks[n] = marks.items[next + n];
    }
    desk.lay(count);
    loops.touch();
    this.next += count;
    return count > 0;
  }
}
