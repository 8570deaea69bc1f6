import { grown } from '../memory/grown.js';
import { MOST_NAMES } from '../memory/limits.js';
import { NumberList } from '../memory/number-list.js';
import type { SkillBook } from '../skills/skill-book.js';
import { RANK } from '../skills/strength.js';
import type { AskedList } from './asked-list.js';

/** For one vacancy: which held skills are of use to it, for which of the asked ones, and how near they are. */
export class Services {
  /** For each asked skill the rank of the best that the person last served has; 0 for nothing. */
  best = new Uint8Array(64);
  private count = 0;
  /** By skill: its first service; 0 for what is of no use. */
  private firsts = new Int32Array(64);
  /** By service: position among the asked skills << 2 | nearness, and the next service of the same held skill. */
  private targets = new Int32Array(64);
  private nexts = new Int32Array(64);
  private used = 1;
  /** Of the person last served. */
  private useful = new Int32Array(64);
  private readonly loaded = new NumberList();

  constructor(private readonly book: SkillBook) {}

  load(asked: AskedList): void {
    this.unload();
    this.firsts = grown(this.firsts, this.book.names.size, MOST_NAMES, 'skills');
    if (asked.count > this.best.length) this.best = new Uint8Array(2 * asked.count);
    this.count = asked.count;
    for (let n = 0; n < asked.count; n++) {
      const skill = asked.skill(n);
      this.add(skill, n << 2);
      for (const near of this.book.standInsFor(skill)) this.add(near >> 2, (n << 2) | (near & 3));
    }
  }

  /**
   * Holds somebody's skills against the list and leaves the outcome in `best`. What is of use is picked out first,
   * without a branch, as no processor guesses which of somebody's skills are.
   */
  serve(words: Int32Array, from: number, count: number): void {
    const { best, firsts } = this;
    for (let n = 0; n < this.count; n++) best[n] = 0;
    if (count > this.useful.length) this.useful = new Int32Array(2 * count);
    const { useful } = this;
    let used = 0;
    for (let at = from, end = from + count; at < end; at++) {
      const held = words[at];
      useful[used] = held;
      // One more where there is a service.
      used += (0 - firsts[held >>> 3]) >>> 31;
    }
    for (let n = 0; n < used; n++) this.serveBy(useful[n]);
  }

  private serveBy(held: number): void {
    const { best, targets, nexts } = this;
    for (let service = this.firsts[held >>> 3]; service !== 0; service = nexts[service]) {
      const target = targets[service];
      const rank = RANK[((held & 7) << 2) | (target & 3)];
      if (rank > best[target >> 2]) best[target >> 2] = rank;
    }
  }

  private add(held: number, target: number): void {
    this.targets = grown(this.targets, this.used + 1, 2 ** 26, 'services');
    this.nexts = grown(this.nexts, this.used + 1, 2 ** 26, 'services');
    this.targets[this.used] = target;
    this.nexts[this.used] = this.firsts[held];
    this.firsts[held] = this.used++;
    this.loaded.push(held);
  }

  private unload(): void {
    for (let n = 0; n < this.loaded.count; n++) this.firsts[this.loaded.items[n]] = 0;
    this.loaded.clear();
    this.used = 1;
  }
}
