import { grown } from '../memory/grown.js';
import { MOST_NAMES } from '../memory/limits.js';
import type { SkillBook } from '../skills/skill-book.js';
import { RANK } from '../skills/strength.js';
import type { AskedList } from './asked-list.js';

const MOST_SERVICES = 2 ** 26;
/** Words of a service's record. */
const RECORD = 3;
/** The skill that is of use. */
const HELD = 0;
/** Position among the asked skills << 2 | nearness. */
const TARGET = 1;
/** The next service of the same skill. */
const NEXT = 2;

/** For one vacancy: which held skills are of use to it, for which of the asked ones, and how near they are. */
export class Services {
  /** For each asked skill the rank of the best that the person last served has; 0 for nothing. */
  best = new Uint8Array(64);
  private count = 0;
  /** By skill: its first service; 0 for what is of no use. */
  private firsts = new Int32Array(64);
  /** A record for each service, from the second on. */
  private services = new Int32Array(64 * RECORD);
  /** Where the next one goes. */
  private end = RECORD;
  /** Of the person last served. */
  private useful = new Int32Array(64);

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
    const { best, services } = this;
    for (let service = this.firsts[held >>> 3]; service !== 0; service = services[service + NEXT]) {
      const target = services[service + TARGET];
      const rank = RANK[((held & 7) << 2) | (target & 3)];
      if (rank > best[target >> 2]) best[target >> 2] = rank;
    }
  }

  private add(held: number, target: number): void {
    const service = this.end;
    this.end += RECORD;
    if (this.end > this.services.length)
      this.services = grown(this.services, this.end, RECORD * MOST_SERVICES, 'services');
    this.services[service + HELD] = held;
    this.services[service + TARGET] = target;
    this.services[service + NEXT] = this.firsts[held];
    this.firsts[held] = service;
  }

  private unload(): void {
    for (let service = RECORD; service < this.end; service += RECORD)
      this.firsts[this.services[service + HELD]] = 0;
    this.end = RECORD;
  }
}
