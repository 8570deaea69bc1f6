import { ASKED, FACTS, HITS, MILES, MISSING, OCCUPATION, POINTS, SKILL_COUNT } from './pair-layout.js';
import {
  OCCUPATION_POINTS,
  PAY_POINTS,
  WISH_OCCUPATION_POINTS,
  WISH_PAY_POINTS,
  wishContractPoints,
  wishHoursPoints,
} from './points.js';

/** Reads one pair out of what a search packed; see pair-layout.ts. */
export class PackedFacts {
  constructor(
    private readonly words: Int32Array,
    private readonly at: number,
    /** The top of the pay, in whole pounds a year; undefined where none is stated. */
    readonly yearly: number | undefined,
  ) {}

  get points() {
    const packed = this.words[this.at + POINTS];
    return {
      skills: packed & 0xff,
      occupation: OCCUPATION_POINTS[this.closeness],
      distance: (packed >> 8) & 0xff,
      salary: PAY_POINTS[this.pay],
    };
  }

  get wishPoints() {
    const packed = this.words[this.at + POINTS];
    return {
      skills: (packed >> 16) & 0xff,
      occupation: WISH_OCCUPATION_POINTS[this.closeness],
      distance: (packed >> 24) & 0xff,
      salary: WISH_PAY_POINTS[this.pay],
      contract: wishContractPoints(this.contract),
      hours: wishHoursPoints(this.hours),
    };
  }

  get personScore(): number {
    const { skills, occupation, distance, salary, contract, hours } = this.wishPoints;
    return skills + occupation + distance + salary + contract + hours;
  }

  get closeness(): number {
    return this.fact(0);
  }

  get reach(): number {
    return this.fact(1);
  }

  get pay(): number {
    return this.fact(2);
  }

  get contract(): number {
    return this.fact(3);
  }

  get hours(): number {
    return this.fact(4);
  }

  get isWantedRemote(): boolean {
    return this.fact(5) !== 0;
  }

  /** -1 for none. */
  get occupation(): number {
    return this.words[this.at + OCCUPATION];
  }

  get miles(): number {
    return this.words[this.at + MILES];
  }

  get skillCount(): number {
    return this.words[this.at + SKILL_COUNT];
  }

  askedSkill(n: number): { skill: number; required: boolean } {
    const word = this.words[this.words[this.at + ASKED] + n];
    return { skill: word >> 1, required: (word & 1) !== 0 };
  }

  /** What is held for an asked skill, and its nearness by position in NEARNESS. */
  hit(n: number): { via: number; nearness: number } | undefined {
    const word = this.words[this.at + HITS + n];
    if (word === MISSING) return undefined;
    const nearness = word & 3;
    return { via: nearness === 0 ? this.askedSkill(n).skill : word >> 2, nearness };
  }

  private fact(n: number): number {
    return (this.words[this.at + FACTS] >> (4 * n)) & 15;
  }
}
