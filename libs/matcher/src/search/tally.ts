import { grown } from '../memory/grown.js';
import { MOST_SUBJECTS } from '../memory/limits.js';

/** Points are added up in 256ths, rounded up: whole numbers are faster, and what could be stays an upper bound. */
export const FINE_BITS = 8;
const FINE = 1 << FINE_BITS;
/** Places are counted from 1 on. */
export const MOST_PLACES = MOST_SUBJECTS + 2;
/** A few hundred candidates are usual. Slots by row would be 4 MB for a million, and each look at them a miss. */
const FEWEST_BITS = 10;
const MOST_BITS = 26;
/** Up to here slots are added while postings are; more of them between two batches, a part at a time. */
const SLOTS_AT_ONCE = 2 ** 14;
const MOVED_AT_ONCE = 4096;
/** Words of a record. */
export const RECORD = 4;
export const ROW = 0;
export const SUM = 1;
export const BASE = 2;
/** Where its slot is. */
const SLOT = 3;
/** An odd factor that spreads neighbouring rows (Knuth). */
const SPREAD = 0x9e3779b1;

export function fine(points: number): number {
  return Math.ceil(points * FINE);
}

/**
 * What each candidate could score by the postings met so far, so that rows are looked at only where it is enough: a
 * row costs two misses of 100 to 160 ns, and most people who share a skill with a vacancy share too few.
 */
export class Tally {
  /** A record for each candidate, its fields together, as they are wanted together; the first is nobody's. */
  candidates = new Int32Array(RECORD * 1024);
  count = 0;
  /** By hash of the row, open: place among the candidates, from 1 on; 0 for none. */
  private slots = new Int32Array(1 << FEWEST_BITS);
  private slotBits = FEWEST_BITS;
  /** While there are to be more slots: how many of the candidates are still to leave theirs, then to be given others. */
  private leaving = 0;
  private unplaced = 0;

  /** For another search. Only what is in use is cleared: all slots take a hundredth of a strict search. */
  begin(): void {
    this.clear(0, this.count);
    this.count = 0;
    this.slotBits = FEWEST_BITS;
    this.leaving = 0;
    this.unplaced = 0;
  }

  /**
   * One more posting of a row: what its topic adds, and what the pair could have apart from skills. A stale posting
   * adds too much or says another base, so the highest base counts.
   */
  add(row: number, points: number, base: number): void {
    const { slots, candidates, slotBits } = this;
    const mask = (1 << slotBits) - 1;
    let at = Math.imul(row, SPREAD) >>> (32 - slotBits);
    for (let slot = slots[at]; slot !== 0; at = (at + 1) & mask, slot = slots[at]) {
      const record = RECORD * slot;
      if (candidates[record + ROW] !== row) continue;
      candidates[record + SUM] += points;
      if (base > candidates[record + BASE]) candidates[record + BASE] = base;
      return;
    }
    this.enter(row, points, base, at);
  }

  /** For so many more; false where there is not enough yet: to be called again before anything is added. */
  makeRoom(more: number): boolean {
    if (this.moveSome()) return false;
    const slots = 1 << this.slotBits;
    if (slots < SLOTS_AT_ONCE || 2 * (this.count + more) < slots) return true;
    this.leaving = this.count;
    return false;
  }

  /** None of some candidates, by their places, has a slot any more. */
  clear(from: number, end: number): void {
    const { slots, candidates } = this;
    for (let record = RECORD * (from + 1); record <= RECORD * end; record += RECORD)
      slots[candidates[record + SLOT]] = 0;
  }

  private enter(row: number, points: number, base: number, at: number): void {
    const end = RECORD * (this.count + 2);
    // Before anything is written down: there may be no room.
    if (end > this.candidates.length)
      this.candidates = grown(this.candidates, end, RECORD * MOST_PLACES, 'candidates');
    const slot = ++this.count;
    const record = RECORD * slot;
    this.candidates[record + ROW] = row;
    this.candidates[record + SUM] = points;
    this.candidates[record + BASE] = base;
    this.candidates[record + SLOT] = at;
    this.slots[at] = slot;
    if (2 * slot < 1 << this.slotBits) return;
    this.leaving = slot;
    while (this.moveSome());
  }

  /** To four times as many slots. False where nothing is to be moved. */
  private moveSome(): boolean {
    const { count, leaving, unplaced } = this;
    if (leaving > 0) {
      this.leaving = Math.max(0, leaving - MOVED_AT_ONCE);
      this.clear(this.leaving, leaving);
      if (this.leaving === 0) this.addSlots();
    } else if (unplaced > 0) {
      this.unplaced = Math.max(0, unplaced - MOVED_AT_ONCE);
      this.place(count - unplaced, count - this.unplaced);
    }
    return leaving + unplaced > 0;
  }

  private addSlots(): void {
    this.slotBits += 2;
    this.slots = grown(this.slots, 1 << this.slotBits, 1 << MOST_BITS, 'slots');
    this.unplaced = this.count;
  }

  private place(from: number, end: number): void {
    const { slots, candidates, slotBits } = this;
    const mask = (1 << slotBits) - 1;
    for (let slot = from + 1; slot <= end; slot++) {
      let at = Math.imul(candidates[RECORD * slot + ROW], SPREAD) >>> (32 - slotBits);
      while (slots[at] !== 0) at = (at + 1) & mask;
      slots[at] = slot;
      candidates[RECORD * slot + SLOT] = at;
    }
  }
}
