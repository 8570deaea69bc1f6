import { grown } from '../memory/grown.js';
import { ROUNDING } from '../rows/driving-skills.js';
import { BASE, FINE_BITS, MOST_PLACES, RECORD, ROW, SUM, type Tally, fine } from './tally.js';

const MOST_POINTS = 100;
const AT_ONCE = 8192;

/** Candidates in order of what they could score, highest first. It takes them out of the tally. */
export class Ranking {
  rows = new Int32Array(1024);
  /** How many could score so much or more. */
  private readonly atLeast = new Int32Array(MOST_POINTS + 1);
  /** By what they could score: where the next of them goes. */
  private readonly nexts = new Int32Array(MOST_POINTS + 1);
  private least = 0;
  /** Points in fine steps that everybody could have besides. */
  private always = 0;
  /** How many were looked at, how many of these could score enough, and how many of those are in order. */
  private sifted = 0;
  private kept = 0;
  private ordered = 0;

  constructor(private readonly tally: Tally) {}

  /** Gets ready to order those who could score `least`, with `spare` points from lists that were not read. */
  begin(spare: number, least: number): void {
    this.rows = grown(this.rows, this.tally.count, MOST_PLACES, 'candidates');
    this.least = least;
    // Where everybody is wanted there is one number, and to fill the others takes a hundredth of a strict search.
    if (least > 0) this.atLeast.fill(0);
    else this.atLeast[0] = 0;
    this.always = fine(spare + ROUNDING);
    this.sifted = 0;
    this.kept = 0;
    this.ordered = 0;
  }

  /** Does a part of it; true at the end. */
  goOn(): boolean {
    const { tally, sifted } = this;
    if (sifted < tally.count) {
      this.sifted = Math.min(tally.count, sifted + AT_ONCE);
      this.siftSome(sifted, this.sifted);
      if (this.sifted < tally.count) return false;
    }
    const end = Math.min(this.kept, this.ordered + AT_ONCE);
    this.order(this.ordered, end);
    this.ordered = end;
    if (end < this.kept) return false;
    tally.count = 0;
    return true;
  }

  /** How many could score so much. */
  countFrom(score: number): number {
    return this.atLeast[Math.max(0, score)] ?? 0;
  }

  private siftSome(from: number, end: number): void {
    this.tally.clear(from, end);
    if (this.least <= 0) return this.takeAll(from, end);
    this.sift(from, end);
    if (end === this.tally.count) this.addUp();
  }

  private sift(from: number, end: number): void {
    const { atLeast, least, always } = this;
    const { candidates } = this.tally;
    let { kept } = this;
    for (let record = RECORD * (from + 1); record <= RECORD * end; record += RECORD) {
      const points = (candidates[record + SUM] + candidates[record + BASE] + always) >> FINE_BITS;
      const most = Math.max(0, Math.min(MOST_POINTS, points));
      if (most < least) continue;
      atLeast[most]++;
      kept++;
      candidates[RECORD * kept + ROW] = candidates[record + ROW];
      candidates[RECORD * kept + SUM] = most;
    }
    this.kept = kept;
  }

  /** Where everybody is wanted, in any order. */
  private takeAll(from: number, end: number): void {
    const { candidates } = this.tally;
    for (let n = from; n < end; n++) this.rows[n] = candidates[RECORD * (n + 1) + ROW];
    this.atLeast[0] = end;
  }

  private addUp(): void {
    const { atLeast, nexts } = this;
    let before = 0;
    for (let score = MOST_POINTS; score >= 0; score--) {
      nexts[score] = before;
      before += atLeast[score];
      atLeast[score] = before;
    }
  }

  private order(from: number, end: number): void {
    const { rows, nexts } = this;
    const { candidates } = this.tally;
    for (let record = RECORD * (from + 1); record <= RECORD * end; record += RECORD)
      rows[nexts[candidates[record + SUM]]++] = candidates[record + ROW];
  }
}
