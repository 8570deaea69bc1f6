import type { Desk } from '../loops/desk.js';
import { MOST_HEADS } from '../loops/desk-layout.js';
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

  begin(): void {
    this.next = 0;
  }

  /** Lays out those that come next; false where none is left. */
  layNext(desk: Desk): boolean {
    const { heads, marks, next } = this;
    const count = Math.min(MOST_HEADS, heads.count - next);
    for (let n = 0; n < count; n++) {
      desk.heads[n] = heads.items[next + n];
      desk.headMarks[n] = marks.items[next + n];
    }
    desk.lay(count);
    this.next += count;
    return count > 0;
  }
}
