import * as job from '../rows/vacancy-row.js';
import { FIRM, STRENGTH } from '../skills/strength.js';
import { AskedSums } from './asked-sums.js';
import type { Ask } from './ask.js';
import type { Market } from './market.js';
import type { Pace } from './pace.js';
import { groupKeys, skillKeys, undrivenPoints } from './profile-lists.js';
import { ProfileScan, type Reading } from './profile-scan.js';
import { Reserves } from './reserves.js';

/** A person held against every vacancy. */
export class ProfileSearch {
  private readonly reserves: Reserves;
  private readonly scan: ProfileScan;
  private readonly sums: AskedSums;
  private profile = 0;
  /** Rises in a search for the best few. */
  private threshold = 0;
  private needs = 0;
  private best = Infinity;
  private isStrict = false;

  constructor(private readonly market: Market) {
    this.reserves = new Reserves(market.books.skills);
    this.sums = new AskedSums(market);
    this.scan = new ProfileScan(market, {
      weigh: (vacancy) => this.weigh(vacancy),
      least: () => this.threshold,
    });
  }

  /** What is found goes to `market.found`. */
  begin(profile: number, ask: Ask): void {
    const { profiles, found, scores } = this.market;
    found.clear();
    scores.clear();
    this.profile = profile;
    this.threshold = ask.threshold;
    this.best = ask.best;
    this.isStrict = ask.strict;
    this.needs = ask.strict ? job.MUST_HAVE | job.REQUIRED : job.MUST_HAVE;
    this.reserves.load(profiles.skills(profile));
    this.scan.load(profile, this.readings(ask), undrivenPoints(ask.threshold));
  }

  /** False where it is time for a breath, true at the end. */
  goOn(pace: Pace): boolean {
    return this.scan.goOn(pace);
  }

  private readings({ strict, threshold }: Ask): Reading[] {
    const { skills, ranks } = this.reserves;
    const readings: Reading[] = [];
    for (const skill of skills) {
      const strength = STRENGTH[ranks[skill]];
      if (!strict || ranks[skill] >= FIRM)
        for (const key of skillKeys(skill, strict, threshold)) readings.push({ key, strength });
    }
    if (!strict)
      for (const key of groupKeys(this.market, this.profile, threshold)) readings.push({ key, strength: 0 });
    return readings;
  }

  private weigh(vacancy: number): void {
    const { market, sums, profile, threshold } = this;
    if (!sums.add(vacancy, this.reserves.ranks, this.needs)) return;
    // A stale posting may lead here from the time when something was required.
    if (this.isStrict && !sums.requiresSome) return;
    const score = market.judge.score(profile, vacancy, sums, threshold);
    if (score < 0) return;
    market.judge.complete(profile, vacancy, sums, score);
    market.found.add(profile, vacancy, vacancy, score, market.judge, sums.best);
    market.scores.count(score);
    if (this.best < Infinity) this.threshold = Math.max(threshold, market.scores.worstOf(this.best));
  }
}
