import { ROW_MASK } from '../postings/posting.js';
import type { ProfileRows } from '../rows/profile-rows.js';
import { SIGNATURE_WORDS, Signature } from '../rows/skill-signature.js';
import { isFirm } from '../skills/strength.js';
import type { SkillBook } from '../skills/skill-book.js';
import { allBitsIf } from './bits.js';
import type { AskedList } from './asked-list.js';
import type { Passed } from './passed.js';

/**
 * For one vacancy: the skills that it cannot do without, held against people's signatures. Most people who have the
 * rarest required skill lack another: of those in reach a strict search looks at the rows of a fifth.
 */
export class NeededSkills {
  /** Of the skills for which nothing else serves. */
  private readonly all = new Signature();
  /** For each other needed skill the signatures of itself and of what is narrower: one of them has to be there. */
  private readonly choices: Signature[][] = [];
  private isNeeding = false;
  /** Kept so that the reads ahead are not optimised away. */
  private touched = 0;

  constructor(
    private readonly book: SkillBook,
    private readonly profiles: ProfileRows,
  ) {}

  /** `needs` are bits of an asked skill. */
  load(asked: AskedList, needs: number): void {
    this.all.clear();
    // Most have none, and emptying an array takes time: see number-list.ts.
    if (this.choices.length > 0) this.choices.length = 0;
    this.isNeeding = false;
    for (let n = 0; n < asked.count; n++) if ((asked.words[n] & needs) !== 0) this.add(asked.skill(n));
  }

  /** Drops who lacks one, as far as their signatures tell; `words` are those of the postings. */
  sift(passed: Passed, words: Int32Array): void {
    if (!this.isNeeding) return;
    const { places, marks, count } = passed;
    const { signatures } = this.profiles;
    let touched = 0;
    for (let n = 0; n < count; n++) touched ^= signatures[SIGNATURE_WORDS * (words[places[n]] & ROW_MASK)];
    this.touched ^= touched;
    let kept = 0;
    for (let n = 0; n < count; n++) {
      const at = SIGNATURE_WORDS * (words[places[n]] & ROW_MASK);
      places[kept] = places[n];
      marks[kept] = marks[n];
      kept += this.mayHave(signatures[at], signatures[at + 1]);
    }
    passed.count = kept;
  }

  /** 1 or 0, without a branch: see bits.ts. */
  private mayHave(low: number, high: number): number {
    let has = hasAll(low, high, this.all);
    for (const choice of this.choices) {
      let hasOne = 0;
      for (const signature of choice) hasOne |= hasAll(low, high, signature);
      has &= hasOne;
    }
    return has & 1;
  }

  private add(skill: number): void {
    this.isNeeding = true;
    const near = this.book.standInsFor(skill);
    if (!near.some(isFirm)) this.all.add(skill);
    else this.choices.push([skill, ...near.filter(isFirm).map((one) => one >> 2)].map(signatureOf));
  }
}

function signatureOf(skill: number): Signature {
  const signature = new Signature();
  signature.add(skill);
  return signature;
}

/** All bits or none. */
function hasAll(low: number, high: number, wanted: Signature): number {
  return ~allBitsIf((~low & wanted.low) | (~high & wanted.high));
}
