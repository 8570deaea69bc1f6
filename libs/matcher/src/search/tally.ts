import { grown } from '../memory/grown.js';
import { MOST_SUBJECTS } from '../memory/limits.js';
import { ROUNDING } from '../rows/driving-skills.js';

/** Points are added up in 256ths, rounded up: whole numbers are faster, and what could be stays an upper bound. */
const FINE_BITS = 8;
const FINE = 1 << FINE_BITS;
const MOST_POINTS = 100;
/** Places are counted from 1 on. */
const MOST_PLACES = MOST_SUBJECTS + 2;
/** A few hundred candidates are usual. Slots by row would be 4 MB for a million, and each look at them a miss. */
const FEWEST_SLOTS = 1024;
const MOST_SLOTS = 2 ** 26;
/** Words of a record. */
const RECORD = 4;
const ROW = 0;
const SUM = 1;
const BASE = 2;
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
  /** Rows in order of what they could score, highest first, after `rank`. */
  ranked = new Int32Array(1024);
  /** By hash of the row, open: place among the candidates, from 1 on; 0 for none. */
  private slots = new Int32Array(FEWEST_SLOTS);
  private slotBits = Math.log2(FEWEST_SLOTS);
  /** A record for each candidate, its fields together, as they are wanted together. */
  private candidates = new Int32Array(RECORD * 1024);
  private count = 0;
  /** How many could score so much or more. */
  private readonly atLeast = new Int32Array(MOST_POINTS + 2);

  /** For another search. Only what is in use is cleared: all slots take a hundredth of a strict search. */
  begin(): void {
    this.clear();
    this.count = 0;
    this.slotBits = Math.log2(FEWEST_SLOTS);
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

  /** Orders those who could score `least`, with `spare` points from lists that were not read. */
  rank(spare: number, least: number): void {
    if (least <= 0) return this.takeAll();
    const { candidates, atLeast, count } = this;
    const always = fine(spare + ROUNDING);
    atLeast.fill(0);
    this.clear();
    let kept = 0;
    for (let record = RECORD; record <= RECORD * count; record += RECORD) {
      const points = (candidates[record + SUM] + candidates[record + BASE] + always) >> FINE_BITS;
      const most = Math.max(0, Math.min(MOST_POINTS, points));
      if (most < least) continue;
      atLeast[most]++;
      kept += RECORD;
      candidates[kept + ROW] = candidates[record + ROW];
      candidates[kept + SUM] = most;
    }
    this.count = 0;
    for (let score = MOST_POINTS; score >= 0; score--) atLeast[score] += atLeast[score + 1];
    this.order(kept / RECORD);
  }

  /** Where everybody is wanted, in any order. */
  private takeAll(): void {
    const { candidates, ranked, count } = this;
    for (let n = 0; n < count; n++) ranked[n] = candidates[RECORD * (n + 1) + ROW];
    this.atLeast[0] = count;
  }

  /** How many of the ranked could score so much. */
  countFrom(score: number): number {
    return this.atLeast[Math.max(0, score)];
  }

  private order(kept: number): void {
    const { candidates, ranked, atLeast } = this;
    for (let record = RECORD * kept; record > 0; record -= RECORD)
      ranked[--atLeast[candidates[record + SUM]]] = candidates[record + ROW];
    // Each count has moved to where its score begins: the next lower one's is where it ends.
    atLeast.copyWithin(1, 0, MOST_POINTS + 1);
    atLeast[0] = kept;
  }

  private enter(row: number, points: number, base: number, at: number): void {
    // Before anything is written down: there may be no room.
    if (this.count + 2 >= this.ranked.length) this.makeRoom(this.count + 3);
    const slot = ++this.count;
    const record = RECORD * slot;
    this.candidates[record + ROW] = row;
    this.candidates[record + SUM] = points;
    this.candidates[record + BASE] = base;
    this.candidates[record + SLOT] = at;
    this.slots[at] = slot;
    if (2 * slot >= 1 << this.slotBits) this.spread();
  }

  /** Over four times as many slots. */
  private spread(): void {
    this.clear();
    this.slotBits += 2;
    this.slots = grown(this.slots, 1 << this.slotBits, MOST_SLOTS, 'slots');
    const { slots, candidates, slotBits, count } = this;
    const mask = (1 << slotBits) - 1;
    for (let slot = 1; slot <= count; slot++) {
      let at = Math.imul(candidates[RECORD * slot + ROW], SPREAD) >>> (32 - slotBits);
      while (slots[at] !== 0) at = (at + 1) & mask;
      slots[at] = slot;
      candidates[RECORD * slot + SLOT] = at;
    }
  }

  /** No slot leads to a candidate any more. */
  private clear(): void {
    const { slots, candidates, count } = this;
    for (let record = RECORD; record <= RECORD * count; record += RECORD)
      slots[candidates[record + SLOT]] = 0;
  }

  private makeRoom(length: number): void {
    this.candidates = grown(this.candidates, RECORD * length, RECORD * MOST_PLACES, 'candidates');
    this.ranked = grown(this.ranked, length, MOST_PLACES, 'candidates');
  }
}
