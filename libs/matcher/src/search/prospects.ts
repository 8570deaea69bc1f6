import { grown } from '../memory/grown.js';
import { MOST_NAMES } from '../memory/limits.js';
import type { Span } from '../rows/span.js';
import * as job from '../rows/vacancy-row.js';
import type { SkillBook } from '../skills/skill-book.js';
import { RANK } from '../skills/strength.js';

const NOT_STATED = 0;

/** Supposed skills by what they would be asked for as. */
export class Prospects {
  /** Asked skills that one of them would serve better than the person does. */
  readonly skills: number[] = [];
  /** Positions of the supposed skills that would serve the vacancy last gathered for, each once. */
  readonly gathered: number[] = [];
  /** By asked skill: first prospect; 0 for none. */
  private firsts = new Int32Array(64);
  /** By prospect, from 1 on. */
  private readonly positions: number[] = [-1];
  private readonly ranks: number[] = [0];
  private readonly nexts: number[] = [0];

  constructor(private readonly book: SkillBook) {}

  /** `present` are the ranks that the person has already. */
  load(supposed: readonly number[], present: Uint8Array): void {
    this.unload();
    this.firsts = grown(this.firsts, this.book.names.size, MOST_NAMES, 'skills');
    supposed.forEach((skill, position) => {
      if (skill < 0) return;
      this.offer(skill, position, RANK[NOT_STATED], present);
      for (const near of this.book.standsInFor(skill))
        this.offer(near >> 2, position, RANK[(NOT_STATED << 2) | (near & 3)], present);
    });
  }

  gather({ words, from, count }: Span): void {
    const { gathered, firsts, nexts, positions } = this;
    gathered.length = 0;
    for (let n = from; n < from + count; n++) {
      for (let one = firsts[words[n] >>> job.SKILL_SHIFT]; one !== 0; one = nexts[one])
        if (!gathered.includes(positions[one])) gathered.push(positions[one]);
    }
  }

  /** What a supposed skill is worth for an asked one; 0 where it is no better than what the person has. */
  rankOf(position: number, asked: number): number {
    for (let one = this.firsts[asked]; one !== 0; one = this.nexts[one])
      if (this.positions[one] === position) return this.ranks[one];
    return 0;
  }

  private offer(asked: number, position: number, rank: number, present: Uint8Array): void {
    if (rank <= (present[asked] ?? 0)) return;
    if (this.firsts[asked] === 0) this.skills.push(asked);
    this.nexts.push(this.firsts[asked]);
    this.firsts[asked] = this.positions.push(position) - 1;
    this.ranks.push(rank);
  }

  private unload(): void {
    for (const skill of this.skills) this.firsts[skill] = 0;
    this.skills.length = 0;
    this.positions.length = this.ranks.length = this.nexts.length = 1;
  }
}
