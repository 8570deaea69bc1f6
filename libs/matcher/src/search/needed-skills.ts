import { ROW_MASK } from '../postings/posting.js';
import type { ProfileRows } from '../rows/profile-rows.js';
import { SIGNATURE_WORDS, Signature } from '../rows/skill-signature.js';
import { isFirm } from '../skills/strength.js';
import type { SkillBook } from '../skills/skill-book.js';
import { allBitsIf } from '../loops/bits.js';
import type { Desk } from '../loops/desk.js';
import { NEEDED } from '../loops/desk-layout.js';
import type { Workplace } from '../loops/workplace.js';
import type { AskedList } from './asked-list.js';

/**
 * For one vacancy: the skills that it cannot do without, held against people's signatures. Most people who have the
 * rarest required skill lack another: of those in reach a strict search looks at the rows of a fifth.
 */
export class NeededSkills {
  /** Of the skills for which nothing else serves. */
  private readonly all = new Signature();
  /** For each other needed skill the signatures of itself and of what is narrower: one of them has to be there. */
  private readonly choices: Signature[][] = [];

  constructor(
    private readonly book: SkillBook,
    private readonly profiles: ProfileRows,
  ) {}

  /** `needs` are bits of an asked skill. */
  load(asked: AskedList, needs: number): void {
    this.all.clear();
    // Most have none, and emptying an array takes time: see number-list.ts.
    if (this.choices.length > 0) this.choices.length = 0;
    for (let n = 0; n < asked.count; n++) if ((asked.words[n] & needs) !== 0) this.add(asked.skill(n));
  }

  /** Drops who lacks one, as far as their signatures tell; `words` are those of the postings. */
  sift({ desk, loops }: Workplace, words: Int32Array): void {
    const { low, high } = this.all;
    if ((low | high) !== 0) {
      desk.words[NEEDED] = low;
      desk.words[NEEDED + 1] = high;
      loops.sift();
    }
    if (this.choices.length > 0) this.siftChoices(desk, words);
  }

  private siftChoices(desk: Desk, words: Int32Array): void {
    const { places, marks, passed } = desk;
    const { signatures } = this.profiles;
    let kept = 0;
    for (let n = 0; n < passed; n++) {
      const at = SIGNATURE_WORDS * (words[places[n]] & ROW_MASK);
      places[kept] = places[n];
      marks[kept] = marks[n];
      kept += 1 + allBitsIf(this.lacksChoice(signatures[at], signatures[at + 1]));
    }
    desk.passed = kept;
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
