import { grown } from '../memory/grown.js';
import { MOST_SUBJECTS, MOST_WORDS } from '../memory/limits.js';
import type { Span } from '../rows/span.js';
import type { ProfileRows } from '../rows/profile-rows.js';
import * as job from '../rows/vacancy-row.js';
import type { VacancyRows } from '../rows/vacancy-rows.js';
import type { SkillBook } from '../skills/skill-book.js';
import { NEARNESS_OF, RANK } from '../skills/strength.js';
import {
  ASKED,
  FACTS,
  HITS,
  IS_ALERT,
  IS_VISIBLE,
  MILES,
  OCCUPATION,
  OTHER,
  POINTS,
  SCORE,
  SKILL_COUNT,
} from '../scoring/pair-layout.js';
import { KM_PER_MILE } from '../rows/earth.js';
import type { Judge } from './judge.js';

/** Words, 256 KiB: so the pairs of some thirty searches share one buffer, which takes a microsecond to make. */
const CHUNK = 2 ** 16;
/**
 * Words, 256 MiB, two million pairs: a search that finds many takes room for so many at once, so that they are not
 * moved again (64 MiB take 80 ms), and not for all there could be.
 */
const MANY = 2 ** 26;

/**
 * What a search found, packed, reasons as numbers: see pair-layout.ts. The pairs are true of two revisions and need
 * nothing of the index afterwards but names.
 */
export class FoundPairs {
  words = new Int32Array(CHUNK);
  private used = 0;
  /** Where each pair starts. */
  places = new Int32Array(64);
  count = 0;
  /** Whose asked skills were written last, and where to; -1 for none of this search. */
  private vacancy = -1;
  private askedAt = 0;

  constructor(
    private readonly profiles: ProfileRows,
    private readonly vacancies: VacancyRows,
    private readonly book: SkillBook,
  ) {}

  /** For another search. Those before it keep their words: a chunk is left to them once half of it is written. */
  clear(): void {
    if (this.used > CHUNK / 2) {
      this.words = new Int32Array(CHUNK);
      this.used = 0;
    }
    this.count = 0;
    this.vacancy = -1;
  }

  /** `best` holds the rank of what is held for each asked skill. */
  add(profile: number, vacancy: number, other: number, score: number, judge: Judge, best: Uint8Array): void {
    const asked = this.vacancies.asked(vacancy);
    if (vacancy !== this.vacancy) this.writeAsked(vacancy, asked);
    const at = this.take(HITS + asked.count);
    if (this.count === this.places.length)
      this.places = grown(this.places, this.count + 1, MOST_SUBJECTS, 'found pairs');
    this.places[this.count++] = at;
    this.writeHead(at, other, score, judge);
    this.words[at + ASKED] = this.askedAt;
    this.words[at + SKILL_COUNT] = asked.count;
    this.writeHits(at + HITS, asked, profile, best);
  }

  /** Where so many words are free. */
  private take(words: number): number {
    const at = this.used;
    this.used += words;
    if (this.used > this.words.length)
      this.words = grown(this.words, this.used, this.used > MANY ? MOST_WORDS : MANY, 'words of found pairs');
    return at;
  }

  private writeAsked(vacancy: number, { words: blocks, from, count }: Span): void {
    this.vacancy = vacancy;
    this.askedAt = this.take(count);
    const { words, askedAt } = this;
    for (let n = 0; n < count; n++) {
      const word = blocks[from + n];
      words[askedAt + n] = ((word >>> job.SKILL_SHIFT) << 1) | ((word & job.REQUIRED) === 0 ? 0 : 1);
    }
  }

  private writeHead(at: number, other: number, score: number, judge: Judge): void {
    const { words } = this;
    words[at + SCORE] = score;
    words[at + OTHER] = other;
    words[at + POINTS] =
      judge.skillPoints |
      (judge.distancePoints << 8) |
      (judge.wishSkillPoints << 16) |
      (judge.wishDistancePoints << 24);
    words[at + FACTS] =
      judge.closeness |
      (judge.reach << 4) |
      (judge.pay << 8) |
      (judge.contract << 12) |
      (judge.hours << 16) |
      (Number(judge.isWantedRemote) << 20) |
      (judge.isAlert ? IS_ALERT : 0) |
      (judge.isVisible ? IS_VISIBLE : 0);
    words[at + OCCUPATION] = judge.occupation;
    words[at + MILES] = Math.round(judge.km / KM_PER_MILE);
  }

  private writeHits(
    at: number,
    { words: blocks, from, count }: Span,
    profile: number,
    best: Uint8Array,
  ): void {
    const { words } = this;
    for (let n = 0; n < count; n++) {
      const nearness = NEARNESS_OF[best[n]];
      words[at + n] = nearness;
      if (nearness > 0)
        words[at + n] |= this.via(blocks[from + n] >>> job.SKILL_SHIFT, best[n], profile) << 2;
    }
  }

  /** Of all held skills worth that much, the one with the smallest id, so that no order of arrival shows. */
  private via(asked: number, rank: number, profile: number): number {
    const { words, from, count } = this.profiles.skills(profile);
    const nearness = NEARNESS_OF[rank];
    let via = -1;
    for (let at = from; at < from + count; at++) {
      const held = words[at] >>> 3;
      if (RANK[((words[at] & 7) << 2) | nearness] !== rank || !this.isNear(held, asked, nearness)) continue;
      if (via < 0 || this.book.names.nameOf(held) < this.book.names.nameOf(via)) via = held;
    }
    return via;
  }

  private isNear(held: number, asked: number, nearness: number): boolean {
    return this.book.standsInFor(held).includes((asked << 2) | nearness);
  }
}
