import { grown } from '../memory/grown.js';
import { MOST_NAMES } from '../memory/limits.js';
import { NEARNESS } from '../skills/strength.js';
import type { SkillBook } from '../skills/skill-book.js';
import type { AskedList } from './asked-list.js';

/** Bits of a word that is not negative. */
const MOST_BITS = 31;
const NARROWER = NEARNESS.indexOf('narrower');

/**
 * For one vacancy: a bit for each skill that it cannot do without, held against somebody without a branch. Most people
 * who share the rarest required skill lack another: a strict search for a fully remote vacancy takes a tenth less.
 */
export class NeededSkills {
  /** By held skill: which needed ones it is or is narrower than. */
  private met = new Int32Array(64);
  private all = 0;
  private readonly loaded: number[] = [];

  constructor(private readonly book: SkillBook) {}

  /** `needs` are bits of an asked skill. Of more needed skills than a word has bits the rest is left to who sums up. */
  load(asked: AskedList, needs: number): void {
    for (const held of this.loaded) this.met[held] = 0;
    this.loaded.length = this.all = 0;
    this.met = grown(this.met, this.book.names.size, MOST_NAMES, 'skills');
    for (let n = 0, bit = 1; n < asked.count && bit < 2 ** MOST_BITS; n++) {
      if ((asked.words[n] & needs) === 0) continue;
      this.add(asked.skill(n), bit);
      this.all |= bit;
      bit *= 2;
    }
  }

  /** False for who lacks one. */
  areMet(words: Int32Array, from: number, count: number): boolean {
    const { met, all } = this;
    if (all === 0) return true;
    let found = 0;
    for (let at = from, end = from + count; at < end; at++) found |= met[words[at] >>> 3];
    return found === all;
  }

  private add(skill: number, bit: number): void {
    this.mark(skill, bit);
    for (const near of this.book.standInsFor(skill)) if ((near & 3) <= NARROWER) this.mark(near >> 2, bit);
  }

  private mark(held: number, bit: number): void {
    this.met[held] |= bit;
    this.loaded.push(held);
  }
}
