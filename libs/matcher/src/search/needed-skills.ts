import { grown } from '../memory/grown.js';
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
  /** Of the postings that are sifted. */
  private rows = new Int32Array(64);
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
    const { low, high } = this.all;
    const { signatures } = this.profiles;
    const rows = this.rowsOf(passed, words);
    this.touch(rows, count);
    let kept = 0;
    for (let n = 0; n < count; n++) {
      const at = SIGNATURE_WORDS * rows[n];
      const lacks = (~signatures[at] & low) | (~signatures[at + 1] & high);
      places[kept] = places[n];
      marks[kept] = marks[n];
      kept += 1 + allBitsIf(lacks | this.lacksChoice(signatures[at], signatures[at + 1]));
    }
    passed.count = kept;
  }

  private rowsOf({ places, count }: Passed, words: Int32Array): Int32Array {
    this.rows = grown(this.rows, count, places.length, 'postings');
    const { rows } = this;
    for (let n = 0; n < count; n++) rows[n] = words[places[n]] & ROW_MASK;
    return rows;
  }

  /** Reads the signatures ahead: the less is done between two reads, the more of them are under way. */
  private touch(rows: Int32Array, count: number): void {
    const { signatures } = this.profiles;
    let touched = 0;
    for (let n = 0; n < count; n++) touched ^= signatures[SIGNATURE_WORDS * rows[n]];
    this.touched ^= touched;
  }

  /** 0 for who may have one of each choice; without a branch on that: see bits.ts. */
  private lacksChoice(low: number, high: number): number {
    let lacks = 0;
    for (let n = 0; n < this.choices.length; n++) {
      let hasOne = 0;
      for (const wanted of this.choices[n]) hasOne |= ~allBitsIf((~low & wanted.low) | (~high & wanted.high));
      lacks |= ~hasOne;
    }
    return lacks;
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
