import { ROW_MASK } from '../postings/posting.js';
import type { ProfileRows } from '../rows/profile-rows.js';
import { SIGNATURE_WORDS, signatureBit } from '../rows/skill-signature.js';
import { NEARNESS } from '../skills/strength.js';
import type { SkillBook } from '../skills/skill-book.js';
import { allBitsIf } from './bits.js';
import type { AskedList } from './asked-list.js';
import type { Passed } from './passed.js';

const NARROWER = NEARNESS.indexOf('narrower');

/**
 * For one vacancy: the skills that it cannot do without, held against people's signatures. Most people who have the
 * rarest required skill lack another: of those in reach a strict search looks at the rows of a fifth.
 */
export class NeededSkills {
  /** How many skills are needed. */
  count = 0;
  /** For each of them the bits of what serves: itself or something narrower. */
  private readonly lows: number[] = [];
  private readonly highs: number[] = [];
  /** Kept so that the reads ahead are not optimised away. */
  private touched = 0;

  constructor(
    private readonly book: SkillBook,
    private readonly profiles: ProfileRows,
  ) {}

  /** `needs` are bits of an asked skill. */
  load(asked: AskedList, needs: number): void {
    this.count = 0;
    for (let n = 0; n < asked.count; n++) if ((asked.words[n] & needs) !== 0) this.add(asked.skill(n));
  }

  /** Drops who lacks one, as far as their signatures tell; `words` are those of the postings. */
  sift(passed: Passed, words: Int32Array): void {
    if (this.count === 0) return;
    const { places, marks, count } = passed;
    const { signatures } = this.profiles;
    let touched = 0;
    for (let n = 0; n < count; n++) touched ^= signatures[SIGNATURE_WORDS * (words[places[n]] & ROW_MASK)];
    this.touched ^= touched;
    let kept = 0;
    for (let n = 0; n < count; n++) {
      const place = places[n];
      places[kept] = place;
      marks[kept] = marks[n];
      kept += this.mayHave(SIGNATURE_WORDS * (words[place] & ROW_MASK));
    }
    passed.count = kept;
  }

  /** 1 or 0, without a branch: see bits.ts. */
  private mayHave(at: number): number {
    const { lows, highs, count } = this;
    const { signatures } = this.profiles;
    const low = signatures[at];
    const high = signatures[at + 1];
    let all = -1;
    for (let n = 0; n < count; n++) all &= allBitsIf((low & lows[n]) | (high & highs[n]));
    return all & 1;
  }

  private add(skill: number): void {
    this.lows[this.count] = this.highs[this.count] = 0;
    this.mark(skill);
    for (const near of this.book.standInsFor(skill)) if ((near & 3) <= NARROWER) this.mark(near >> 2);
    this.count++;
  }

  private mark(skill: number): void {
    const bit = signatureBit(skill);
    if (bit < 32) this.lows[this.count] |= 1 << bit;
    else this.highs[this.count] |= 1 << bit;
  }
}
