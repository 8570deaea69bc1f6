import { grown } from '../memory/grown.js';
import { MOST_SUBJECTS } from '../memory/limits.js';
import { restored } from '../snapshot/restored.js';
import type { Saved, Saving } from '../snapshot/saved.js';

/** Numbers of rows, dense: one that was given back is taken again before a new one. */
export class RowNumbers implements Saving<number> {
  /** One past the highest number ever taken. */
  end = 0;
  private freed = new Int32Array(16);
  private freedCount = 0;

  take(): number {
    return this.freedCount > 0 ? this.freed[--this.freedCount] : this.end++;
  }

  give(row: number): void {
    this.freed = grown(this.freed, this.freedCount + 1, MOST_SUBJECTS, 'rows');
    this.freed[this.freedCount++] = row;
  }

  save(): Saved<number> {
    return { facts: this.end, columns: [this.freed.subarray(0, this.freedCount)] };
  }

  restore({ facts, columns: [freed] }: Saved<number>): void {
    this.end = facts;
    this.freed = restored(freed, this.freed, MOST_SUBJECTS);
    this.freedCount = freed.length;
  }

  get bytes(): number {
    return 4 * this.freedCount;
  }
}
