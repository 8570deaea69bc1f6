import { grown } from '../memory/grown.js';
import { MOST_NAMES } from '../memory/limits.js';
import type { Span } from '../rows/span.js';
import type { SkillBook } from '../skills/skill-book.js';
import { RANK } from '../skills/strength.js';

/** For one person: what they have for each skill that may be asked for. */
export class Reserves {
  /** By asked skill: the rank of the best; 0 for nothing. */
  ranks = new Uint8Array(64);
  /** Asked skills for which there is something. */
  readonly skills: number[] = [];

  constructor(private readonly book: SkillBook) {}

  load(held: Span): void {
    this.unload();
    this.ranks = grown(this.ranks, this.book.names.size, MOST_NAMES, 'skills');
    for (let at = held.from; at < held.from + held.count; at++)
      this.offer(held.words[at] >>> 3, held.words[at] & 7);
  }

  offer(skill: number, level: number): void {
    this.offerRank(skill, RANK[level << 2]);
    for (const near of this.book.standsInFor(skill))
      this.offerRank(near >> 2, RANK[(level << 2) | (near & 3)]);
  }

  private offerRank(asked: number, rank: number): void {
    if (this.ranks[asked] === 0) this.skills.push(asked);
    if (rank > this.ranks[asked]) this.ranks[asked] = rank;
  }

  private unload(): void {
    for (const skill of this.skills) this.ranks[skill] = 0;
    this.skills.length = 0;
  }
}
