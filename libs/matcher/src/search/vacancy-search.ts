import { ROUNDING } from '../rows/driving-skills.js';
import * as job from '../rows/vacancy-row.js';
import { FIT } from '../scoring/weights.js';
import { FIRM, STRENGTH, WORTH } from '../skills/strength.js';
import type { Ask } from './ask.js';
import { AskedList } from './asked-list.js';
import type { SkillSums } from './judge.js';
import type { Market } from './market.js';
import type { Pace } from './pace.js';
import { NeededSkills } from './needed-skills.js';
import { type Step, inOrder, needed } from './plan.js';
import { Services } from './services.js';
import { VacancyScan } from './vacancy-scan.js';
import { rarestRequired, steps } from './vacancy-steps.js';

const NONE: readonly Step[] = [];

/** A vacancy held against everybody: scans postings by their hints, sieves rows, judges what is left. */
export class VacancySearch {
  private readonly asked: AskedList;
  private readonly services: Services;
  private readonly needed: NeededSkills;
  private readonly scan: VacancyScan;
  private readonly sums: SkillSums = { held: 0, used: 0, enough: 0, confidence: 0 };
  private vacancy = 0;
  /** Rises in a search for the best few. */
  private threshold = 0;
  private best = Infinity;
  private needs = 0;
  /** Points that the plan's lists leave unread. */
  private spare = 0;
  private takes: Ask['takes'] = undefined;

  constructor(private readonly market: Market) {
    this.asked = new AskedList(market.books.skills);
    this.services = new Services(market.books.skills);
    this.needed = new NeededSkills(market.books.skills, market.profiles);
    this.scan = new VacancyScan(market, this.needed, {
      weigh: (profile) => this.weigh(profile),
      least: () => this.threshold,
    });
  }

  /** What is found goes to `market.found`. */
  begin(vacancy: number, ask: Ask): void {
    const { vacancies } = this.market;
    this.clear(vacancy, ask);
    // Memory answers late: what was asked for here is looked at after work that does not need it.
    vacancies.touchAsked(vacancy);
    this.scan.aim(vacancy);
    this.asked.load(vacancies.asked(vacancy));
    const plan = ask.strict ? this.gatherRarest() : this.gatherPlan(vacancy);
    this.services.load(this.asked);
    this.scan.lay();
    this.needed.load(this.asked, this.needs);
    this.scan.load(vacancy, plan, this.spare);
  }

  /** False where it is time for a breath, true at the end. */
  goOn(pace: Pace): boolean {
    return this.scan.goOn(pace);
  }

  private clear(vacancy: number, ask: Ask): void {
    const { found, scores } = this.market;
    found.clear();
    scores.clear();
    this.vacancy = vacancy;
    this.threshold = ask.threshold;
    this.best = ask.best;
    this.takes = ask.takes;
    this.needs = ask.strict ? job.MUST_HAVE | job.REQUIRED : job.MUST_HAVE;
  }

  private gatherRarest(): readonly Step[] {
    const rarest = rarestRequired(this.asked, this.market);
    if (rarest < 0) this.scan.gather(NONE);
    else this.scan.gatherFirm(this.asked.skill(rarest));
    this.spare = 0;
    return NONE;
  }

  private gatherPlan(vacancy: number): readonly Step[] {
    const all = steps(this.asked, this.market, vacancy);
    const plan = needed(inOrder(all), this.most(all), this.threshold);
    this.scan.gather(plan);
    this.spare = unreadPoints(all, plan);
    return plan;
  }

  /** Points that a pair can have at all. */
  private most(all: readonly Step[]): number {
    const flags = this.market.vacancies.words[this.vacancy * job.VACANCY_WORDS + job.FLAGS];
    const distance = (flags & job.HAS_PLACE) === 0 ? 0 : FIT.distance;
    const salary = (flags & job.HAS_PAY) === 0 ? 0 : FIT.salary;
    return distance + salary + ROUNDING + all.reduce((sum, { worth }) => sum + worth, 0);
  }

  private weigh(profile: number): void {
    const { sums, market, vacancy, services } = this;
    const { words, from, count } = market.profiles.skills(profile);
    services.serve(words, from, count);
    if (!this.sumUp()) return;
    const score = market.judge.score(profile, vacancy, sums, this.threshold);
    if (score < 0 || this.takes?.(profile) === false) return;
    market.judge.complete(profile, vacancy, sums, score);
    market.found.add(profile, vacancy, profile, score, market.judge, services.best);
    market.scores.count(score);
    // Nobody below the worst of the best so far can come in; who equals it may, by id.
    if (this.best < Infinity) this.threshold = Math.max(this.threshold, market.scores.worstOf(this.best));
  }

  /** Sums in the order of the list, as every search does: floats add up differently in another. False where one that is needed is lacking. */
  private sumUp(): boolean {
    const { asked, needs, sums } = this;
    const { best } = this.services;
    let held = 0;
    let used = 0;
    let lacks = 0;
    for (let n = 0; n < asked.count; n++) {
      const rank = best[n];
      lacks |= ((rank - FIRM) >> 31) & asked.words[n];
      held += asked.weights[n] * STRENGTH[rank];
      used += asked.weights[n] * WORTH[rank];
    }
    sums.held = held;
    sums.used = used;
    sums.enough = asked.enough;
    sums.confidence = asked.confidence;
    return (lacks & needs) === 0;
  }
}

/** Points of skills that the lists left unread could still add to somebody. */
function unreadPoints(all: readonly Step[], read: readonly Step[]): number {
  return all.reduce((sum, step) => (step.points === 0 || read.includes(step) ? sum : sum + step.worth), 0);
}
