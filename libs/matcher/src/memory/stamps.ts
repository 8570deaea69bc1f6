import { grown } from './grown.js';
import { MOST_SUBJECTS } from './limits.js';

/** Marks rows as seen by one search; a byte a row, so that a million fit into the second-level cache. */
export class Stamps {
  marks = new Uint8Array(64);
  private current = 0;

  /** A mark that no row bears yet. */
  fresh(rows: number): number {
    this.makeRoom(rows);
    if (++this.current === 256) {
      this.marks.fill(0, 0, rows);
      this.current = 1;
    }
    return this.current;
  }

  makeRoom(rows: number): void {
    this.marks = grown(this.marks, rows, MOST_SUBJECTS, 'rows');
  }
}
