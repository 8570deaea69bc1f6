import * as person from '../rows/profile-row.js';
import * as job from '../rows/vacancy-row.js';
import { FIRM, STRENGTH } from '../skills/strength.js';
import { FLOOR } from '../scoring/weights.js';
import type { Supposing } from './ask.js';
import { AskedSums } from './asked-sums.js';
import { BestFew, type ComesFirst } from './best-few.js';
import type { SkillSums } from './judge.js';
import type { Market } from './market.js';
import type { Pace } from './pace.js';
import { groupKeys, skillKeys, undrivenPoints } from './profile-lists.js';
import { ProfileScan, type Reading } from './profile-scan.js';
import { Prospects } from './prospects.js';
import { Reserves } from './reserves.js';

/**
 * For each supposed skill the vacancies that it would newly bring to the threshold. One pass for all of them: whatever
 * is new asks for the skill, or for something it stands in for, and drives either the person or the skill to it.
 */
export class WhatIfSearch {
  private readonly reserves: Reserves;
  private readonly prospects: Prospects;
  private readonly sums: AskedSums;
  private readonly scan: ProfileScan;
  private readonly supposed: SkillSums = { held: 0, used: 0, enough: 0, confidence: 0 };
  private profile = 0;
  private threshold = 0;
  /** By position of the supposed skill. */
  found: BestFew[] = [];

  constructor(
    private readonly market: Market,
    private readonly comesFirst: ComesFirst,
  ) {
    this.reserves = new Reserves(market.books.skills);
    this.prospects = new Prospects(market.books.skills);
    this.sums = new AskedSums(market);
    this.scan = new ProfileScan(market, {
      weigh: (vacancy) => this.weigh(vacancy),
      least: () => this.threshold,
    });
  }

  /** What is found goes to `found`. */
  begin(profile: number, supposing: Supposing): void {
    const { profiles } = this.market;
    const flags = profiles.words[profile * person.PROFILE_WORDS + person.FLAGS];
    this.profile = profile;
    this.threshold = supposing.threshold ?? Math.max(FLOOR, flags >>> person.THRESHOLD_SHIFT);
    this.found = supposing.skills.map(() => new BestFew(supposing.best, this.comesFirst));
    this.reserves.load(profiles.skills(profile));
    this.prospects.load(supposing.skills, this.reserves.ranks);
    this.scan.load(profile, this.readings(), undrivenPoints(this.threshold));
  }

  /** False where it is time for a breath, true at the end. */
  goOn(pace: Pace): boolean {
    return this.scan.goOn(pace);
  }

  /** As if the person had everything supposed, and all of it at the best: more than any one of them brings. */
  private readings(): Reading[] {
    const { market, profile, threshold } = this;
    const skills = new Set([...this.reserves.skills, ...this.prospects.skills]);
    const keys = [...skills].flatMap((skill) => skillKeys(skill, false, threshold));
    return [
      ...keys.map((key) => ({ key, strength: 1 })),
      ...groupKeys(market, profile, threshold).map((key) => ({ key, strength: 0 })),
    ];
  }

  private weigh(vacancy: number): void {
    const { prospects, sums, market, profile, threshold } = this;
    const asked = market.vacancies.asked(vacancy);
    prospects.gather(asked);
    if (prospects.gathered.length === 0) return;
    const isReached =
      sums.add(vacancy, this.reserves.ranks, job.MUST_HAVE) &&
      market.judge.score(profile, vacancy, sums, threshold) >= 0;
    if (isReached) return;
    for (const position of prospects.gathered) this.suppose(position, vacancy);
  }

  private suppose(position: number, vacancy: number): void {
    const { market, supposed, sums, found } = this;
    if (!this.sumUp(position, vacancy)) return;
    supposed.enough = sums.enough;
    supposed.confidence = sums.confidence;
    const score = market.judge.score(this.profile, vacancy, supposed, this.threshold);
    if (score >= 0) found[position].add(vacancy, score);
  }

  /** As `AskedSums`, with one more skill. */
  private sumUp(position: number, vacancy: number): boolean {
    const { words, from, count } = this.market.vacancies.asked(vacancy);
    const { ranks } = this.reserves;
    let held = 0;
    for (let n = 0; n < count; n++) {
      const word = words[from + n];
      const skill = word >>> job.SKILL_SHIFT;
      const rank = Math.max(ranks[skill], this.prospects.rankOf(position, skill));
      if (rank < FIRM && (word & job.MUST_HAVE) !== 0) return false;
      held += this.market.books.skills.weight(skill, (word & job.REQUIRED) !== 0) * STRENGTH[rank];
    }
    this.supposed.held = held;
    return true;
  }
}
